import assert from 'node:assert/strict';
import { followUp } from '../../jobs/follow-up.ts';
import { anAgent } from '../support/fixtures/builders.ts';
import { aCommand, aUser } from './support/events.ts';
import { chosen, day, openSlackHouse, type SlackHouse, typed, wordsOn } from './support/slack-context.ts';

const anna = aUser('anna');
const bo = aUser('bo');
const DILEMMA = 'Hvordan får jeg naboerne med fra starten?';

describe('Slack: a dilemma from question to rating', () => {
  let slack: SlackHouse;
  beforeEach(async () => {
    slack = await openSlackHouse([anAgent('bo', { name: 'Bo Prøve', email: 'bo@kommune.dk', addresses: [] })]);
    slack.has(anna, bo);
  });
  afterEach(() => slack.close());

  const newest = (who: typeof anna): string => wordsOn(slack.chat(who).at(-1)?.blocks);
  const named = ({ anonymous }: Record<string, unknown>) => anonymous === 'no';

  it('runs from /sparring to rating over signed HTTP, with modals where Slack has them', async () => {
    assert.deepEqual(await slack.say(bo, 'hej'), { status: 200, body: '' });
    assert.match(newest(bo), /Hej Bo/);

    assert.deepEqual(await slack.send(aCommand(anna, '')), { status: 200, body: '' });
    const asked = await slack.submit(anna, { text: typed(DILEMMA) });
    assert.match(wordsOn(JSON.parse(asked.body)), /Jeg har skrevet til dig i vores egen chat/);
    assert.match(newest(anna), /naboerne/);

    assert.deepEqual(await slack.press(anna, 'submit-dilemma', {}, named), { status: 200, body: '' });
    assert.match(newest(anna), /Sag 1[\s\S]*Bo Prøve/);
    assert.equal(slack.chat(anna).length, 1, 'the preview itself has become the case');
    assert.match(newest(bo), /Vil du hjælpe Anna Prøve/);

    const accepted = { 'accept-case.text': { 'accept-case.text': typed('Hvem af dem kender du?') } };
    await slack.press(bo, 'accept-case', accepted);
    assert.match(newest(anna), /Hvem af dem kender du\?/);
    await slack.press(anna, 'reply', { 'reply.text': { 'reply.text': typed('Kun dem på hjørnet.') } });
    assert.match(newest(bo), /Kun dem på hjørnet\./);

    await slack.press(bo, 'answer-case');
    assert.match(
      wordsOn(slack.slack.modals.at(-1)?.view),
      /Kun dem på hjørnet\./,
      'the modal repeats the earlier conversation',
    );
    assert.deepEqual(
      await slack.submit(bo, {
        text: typed('Gå en tur med dem, før der er en plan.'),
        outcome: chosen('advice'),
        nextStep: typed('Gå turen'),
        nextStepDate: day('2026-12-01'),
      }),
      { status: 200, body: '' },
    );
    assert.match(newest(anna), /Gå en tur med dem/);
    await slack.press(anna, 'rate-answer', {}, ({ helpful }) => helpful === 'yes');

    const [c] = await slack.setup.store.cases.of((await slack.setup.store.people.agents())[0]?._id ?? assert.fail(), 1);
    assert.deepEqual(
      { state: c?.state, rating: c?.rating, outcome: c?.answer?.outcome, step: c?.step?.date },
      { state: 'answered', rating: 'yes', outcome: 'advice', step: '2026-12-01' },
    );

    await slack.press(anna, 'accept-step');
    slack.setup.now = new Date('2026-12-02T07:01:00.000Z');
    await followUp(slack.setup.deps);
    await slack.flush();
    assert.match(newest(anna), /Gå turen[\s\S]*Blev det til noget/);
    const learned = { 'follow-up.text': { 'follow-up.text': typed('De kendte hinanden i forvejen.') } };
    await slack.press(anna, 'follow-up', learned, ({ kept }) => kept === 'yes');
    assert.match(newest(bo), /De kendte hinanden i forvejen\./);
    assert.deepEqual(slack.faults, []);
  });
});
