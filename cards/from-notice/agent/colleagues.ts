import type { CaseNews } from '../../../bot/cases/news.ts';
import type { HeldView } from '../../../bot/cases/view-types.ts';
import type { Form, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { form, press, words } from '../parts/case-form.ts';
import { agentInput } from '../parts/colleagues.ts';
import { firstNameOf, firstNameOrSomeone } from '../parts/names.ts';
import { noteForm, notesBetween } from '../parts/notes.ts';
import { askerFirst } from './asker.ts';

/** To write to the co-agent; in front while their note is the last. */
export const noteForms = (view: HeldView, speech: Speech): Form[] => {
  const { coAgent, notes } = view.colleagues;
  if (coAgent === null) return [];
  return [noteForm(view, coAgent, speech, notes.at(-1)?.by === 'other' ? 'normal' : 'more')];
};

/** The forms with which an agent chooses a colleague; none where there is nobody to choose. */
export const colleagueForms = (view: HeldView, speech: Speech): Form[] => {
  const { toChoose } = view.colleagues;
  return toChoose !== 'many' && toChoose.length === 0 ? [] : [handOverForm(view, speech), inviteForm(view, speech)];
};

const handOverForm = (view: HeldView, speech: Speech): Form => {
  const { handOver } = speech.t.colleagues;
  return form(view, {
    verb: 'hand-over',
    label: handOver.label,
    send: handOver.send,
    intro: handOver.intro(askerFirst(view.asker, speech)),
    weight: 'more',
    inputs: [
      agentInput(view.colleagues.toChoose, handOver.agent, handOver.agentHint),
      words('reason', handOver.reason, true),
    ],
  });
};

const inviteForm = (view: HeldView, speech: Speech): Form => {
  const { invite, handOver } = speech.t.colleagues;
  const { toChoose, suggested } = view.colleagues;
  return form(view, {
    verb: 'invite-co-agent',
    label: invite.label,
    send: invite.send,
    intro: invite.intro(askerFirst(view.asker, speech)),
    weight: 'more',
    inputs: [agentInput(toChoose, invite.agent, handOver.agentHint, suggested?.id)],
  });
};

/** The colleague whom the offer named: to invite them takes one press. */
export const suggestion = (view: HeldView, speech: Speech): Node[] => {
  const { suggested } = view.colleagues;
  if (suggested === null || view.state !== 'active' || !view.may.includes('invite-co-agent')) return [];
  const { colleagues, labels } = speech.t;
  const needs = suggested.needs.map((need) => labels.need[need]).join(labels.and);
  const ask = press(view, 'invite-co-agent', colleagues.invite.askThem(firstNameOf(suggested.name, speech)), 'normal', {
    agent: suggested.id,
  });
  return [{ kind: 'question', text: colleagues.invite.suggested(suggested.name, needs), presses: [ask] }];
};

/** What the agent and the co-agent wrote to each other. */
export const ownNotes = (view: HeldView, speech: Speech): Node[] => {
  const { notes, coAgent } = view.colleagues;
  const other = coAgent ?? notes.findLast(({ by }) => by === 'other')?.who ?? speech.t.colleagues.someone;
  return notesBetween({ notes, now: view.now }, other, speech);
};

/** What became of the colleague whom the agent asked, and who helps; null when it needs no word. */
export const colleagueLine = (view: HeldView, why: CaseNews, speech: Speech): string | null => {
  const { asked, asKept, coAgent } = view.colleagues;
  const { asking, invite } = speech.t.colleagues;
  if (asked === null) {
    if (why === 'stays-with-you') return capital(asking.notThisTime(firstNameOrSomeone(asKept, speech)));
    if (why === 'invitation-ended') return capital(invite.notThisTime(firstNameOrSomeone(asKept, speech)));
    return coAgent === null || view.state === 'closed' ? null : invite.helping(firstNameOf(coAgent, speech));
  }
  const to = firstNameOrSomeone(asked.who, speech);
  const texts = asked.for === 'hand-over' ? asking : invite;
  if (asked.state === 'asker') return texts.asker(askerFirst(view.asker, speech), to);
  return texts.colleague(to, speech.when(asked.until, view.now));
};
