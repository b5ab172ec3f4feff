import assert from 'node:assert/strict';
import { caseId, nudgeId, personId, storyId, teamChannelId } from '../../bot/ids.ts';
import * as ids from '../../bot/messages/ids.ts';
import { weekOf } from '../../bot/time/iso-week.ts';

describe('the ids of messages', () => {
  const [week, person, id] = [weekOf('2026-12-01'), personId('anna'), caseId('d1')];
  // As stores of earlier versions hold them: a message relayed under its old id must not be sent again.
  const stored = {
    pressReplyId: [ids.pressReplyId('x'), 'px'],
    wordReplyId: [ids.wordReplyId('x'), 'rx'],
    changedReplyId: [ids.changedReplyId('x'), 'ex'],
    shownCaseId: [ids.shownCaseId('x'), 'sx'],
    languageReplyId: [ids.languageReplyId('x'), 'lx'],
    pressAfterGoodbyeId: [ids.pressAfterGoodbyeId('x'), 'fx'],
    nowAgentId: [ids.nowAgentId('x'), 'ax'],
    refreshedCaseId: [ids.refreshedCaseId('x'), 'cx'],
    unitCardId: [ids.unitCardId('x'), 'ux'],
    settledCardId: [ids.settledCardId('teams', 'm1'), 'settle.teams.m1'],
    platformToldId: [
      ids.platformToldId('held', 'teams', new Date('2026-12-01T09:00:00Z'), person),
      'sending.held.teams.1796115600000.anna',
    ],
    setAsideToldId: [ids.setAsideToldId('2026-12-01', person), 'set-aside.2026-12-01.anna'],
    teamToldId: [ids.teamToldId('begun', 'x'), 'team.begun.x'],
    greetingId: [ids.greetingId(person), 'greeting.anna'],
    noticedId: [ids.noticedId('r1'), 'noticed.r1'],
    goodbyeId: [ids.goodbyeId(personId('g-1')), 'goodbye.g-1'],
    caseMessageId: [ids.caseMessageId(id, 3, 0), 'd1.3.0'],
    stuckCaseId: [ids.stuckCaseId(id, 3, 0), 'd1.3.stuck.0'],
    goneCaseId: [ids.goneCaseId(id, 0), 'd1.gone.0'],
    calendarFaultId: [ids.calendarFaultId(new Date(0), person), 'calendar.1970-01-01T00:00:00.000Z.anna'],
    noAgentsId: [ids.noAgentsId(new Date(0), person), 'no-agents.1970-01-01T00:00:00.000Z.anna'],
    askAboutFieldId: [ids.askAboutFieldId(person, 'tydelig-ramme'), 'field.anna.tydelig-ramme'],
    storyMessageId: [ids.storyMessageId(storyId('s1'), 2, 0), 's1.2.0'],
    storyHelpedId: [ids.storyHelpedId(storyId('s1'), id), 's1.helped.d1'],
    shownStoryId: [ids.shownStoryId('r'), 'story.r'],
    previewId: [ids.previewId(id, 1), 'd1.preview'],
    draftCardId: [ids.draftCardId(id, 2), 'd1.draft.2'],
    wordsInOfferId: [ids.wordsInOfferId(id, 2), 'd1.offer.2'],
    nudgeCardId: [ids.nudgeCardId(nudgeId('n.2026-W49.anna'), 2), 'n.2026-W49.anna.2'],
    nudgeMessageId: [ids.nudgeMessageId(nudgeId('n.2026-W49.anna')), 'n.2026-W49.anna'],
    welcomeMessageId: [ids.welcomeMessageId(week, person), 'w.2026-W49.anna'],
    runPreviewId: [ids.runPreviewId(week, person), 'preview.2026-W49.anna'],
    teamPostId: [ids.teamPostId(week, teamChannelId('c')), 'team.2026-W49.c'],
    digestId: [ids.digestId(week, person), 'digest.2026-W49.anna'],
  } satisfies Record<keyof typeof ids, readonly [string, string]>;

  for (const [name, [made, expected]] of Object.entries(stored)) {
    it(`keep the form that stores hold: ${name}`, () => assert.equal(made, expected));
  }

  it('differ between all kinds', () => {
    const made = Object.values(stored).map(([one]) => one);
    assert.equal(new Set(made).size, made.length);
  });
});
