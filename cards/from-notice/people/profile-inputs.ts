import type { ProfileNotice } from '../../../bot/people/notice.ts';
import { LANGUAGES, PRINCIPLES, TOPICS } from '../../../bot/words.ts';
import type { Input } from '../../model.ts';
import type { Speech } from '../../speech.ts';
import { MAX } from '../parts/limits.ts';

/** The fields of a profile, with their current values. */
type Profile = NonNullable<ProfileNotice['agent']>;

export const agentInputs = (agent: Profile, speech: Speech): Input[] => {
  const { people, labels } = speech.t;
  const { profile } = people;
  return [
    {
      kind: 'choices',
      field: 'principles',
      label: profile.principles,
      options: PRINCIPLES.map((value) => ({ value, label: speech.principle(value) })),
      values: agent.principles,
    },
    {
      kind: 'choices',
      field: 'topics',
      label: profile.topics,
      options: TOPICS.map((value) => ({ value, label: labels.topic[value] })),
      values: agent.topics,
    },
    {
      kind: 'choices',
      field: 'languages',
      label: profile.languages,
      options: languages(speech),
      values: agent.languages,
    },
    {
      kind: 'choice',
      field: 'capacity',
      label: profile.capacity,
      options: capacities(agent.capacity).map((count) => ({ value: String(count), label: String(count) })),
      value: String(agent.capacity),
      required: false,
    },
    {
      kind: 'text',
      field: 'place',
      label: profile.place,
      hint: profile.placeHint,
      ...(agent.place === null ? {} : { value: agent.place }),
      required: false,
      multiline: false,
      maxLength: MAX.place,
    },
    { kind: 'toggle', field: 'shown', label: profile.shown, value: agent.shown },
  ];
};

const languages = ({ t }: Speech) =>
  LANGUAGES.map((value) => ({ value, label: t.people.profile.languageNames[value] }));

const MAX_CASES = 8;
const capacities = (now: number): number[] => [
  ...Array.from({ length: MAX_CASES + 1 }, (_, count) => count),
  ...(now > MAX_CASES ? [now] : []),
];

export const ownLanguage = ({ language }: ProfileNotice, speech: Speech): Input[] => [
  {
    kind: 'choice',
    field: 'languages',
    label: speech.t.people.profile.ownLanguage,
    options: languages(speech),
    value: language,
    required: false,
  },
];

const MAX_PHONE_LENGTH = 20;

export const phoneInput = (notice: ProfileNotice, { t }: Speech): Input => ({
  kind: 'text',
  field: 'phone',
  label: t.people.profile.phone,
  hint: t.people.profile.phoneHint,
  ...(notice.phone === null ? {} : { value: notice.phone }),
  required: false,
  multiline: false,
  maxLength: MAX_PHONE_LENGTH,
});
