import type { ProfileNotice } from '../../../bot/people/notice.ts';
import type { Card, Form } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { lines } from '../parts/nodes.ts';
import { sayWord } from '../parts/say-word.ts';
import { agentInputs, ownLanguage, phoneInput } from './profile-inputs.ts';

/** What Sammen knows about a person, in a form with the current values. */
export const profileCard = (notice: ProfileNotice, speech: Speech): Card => {
  const { profile } = speech.t.people;
  const isAgent = notice.agent !== null;
  return {
    title: profile.title[notice.saved],
    tone: notice.saved === 'nothing' ? 'plain' : 'good',
    body: [
      ...lines('body', [isAgent ? profile.agent : null]),
      ...lines('subtle', [isAgent ? profile.agentReaders : profile.colleague]),
    ],
    actions: [
      profileForm(notice, speech),
      ...(isAgent ? [sayWord('absence', speech)] : []),
      { kind: 'press', verb: 'show-nudges', label: speech.t.nudges.settings.show, data: {}, weight: 'normal' },
    ],
  };
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
