import type { ProfileNotice } from '../../../bot/people/notice.ts';
import type { Card, Form, Node } from '../../model.ts';
import { capital, type Speech } from '../../speech.ts';
import { absenceInputs, absenceWords } from '../parts/absence.ts';
import { lines } from '../parts/nodes.ts';
import { agentInputs, ownLanguage, phoneInput } from './profile-inputs.ts';

/** What Sammen knows about a person, in a form with the current values. */
export const profileCard = (notice: ProfileNotice, speech: Speech): Card => {
  const { profile } = speech.t.people;
  const isAgent = notice.agent !== null;
  return {
    title: profile.title[notice.saved],
    tone: notice.saved === 'nothing' ? 'plain' : 'good',
    body: [
      ...absences(notice, speech),
      ...lines('body', [isAgent ? profile.agent : null]),
      ...lines('subtle', [isAgent ? profile.agentReaders : profile.colleague]),
    ],
    actions: [
      profileForm(notice, speech),
      ...(isAgent ? [absenceForm(notice, speech)] : []),
      { kind: 'press', verb: 'show-nudges', label: speech.t.nudges.settings.show, data: {}, weight: 'normal' },
    ],
  };
};

const absences = (notice: ProfileNotice, speech: Speech): Node[] => {
  const { absence } = speech.t.people;
  if (notice.absences.length === 0) return [];
  const items = notice.absences.map(({ from, until, substitute }) => ({
    title: capital(absenceWords(from, until, notice.now, speech)),
    text: substitute === null ? absence.nobody : absence.instead(substitute),
    action: {
      kind: 'press' as const,
      verb: 'end-absence' as const,
      label: absence.end,
      data: { from, until },
      weight: 'normal' as const,
    },
  }));
  return [...lines('heading', [absence.heading]), { kind: 'list', items }];
};

const profileForm = (notice: ProfileNotice, speech: Speech): Form => ({
  kind: 'form',
  verb: 'set-profile',
  label: speech.t.people.profile.send,
  send: speech.t.people.profile.send,
  data: { whole: 'yes' },
  weight: 'main',
  open: true,
  inputs: [
    ...(notice.agent === null ? ownLanguage(notice, speech) : agentInputs(notice.agent, speech)),
    phoneInput(notice, speech),
  ],
});

const absenceForm = (notice: ProfileNotice, speech: Speech): Form => {
  const { absence } = speech.t.people;
  return {
    kind: 'form',
    verb: 'set-absence',
    label: absence.label,
    send: absence.send,
    intro: absence.intro,
    data: {},
    weight: 'normal',
    inputs: absenceInputs(notice.todayDate, notice.substitutes, speech),
  };
};
