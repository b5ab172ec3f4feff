import type { AuditEntry } from '../../audit/port.ts';
import type { Draft } from '../../drafts/draft.ts';
import type { PersonId } from '../../ids.ts';
import type { NudgeRecord } from '../../nudges/nudge-record.ts';
import type { Reader } from '../../nudges/reader.ts';
import { NEVER, type Person } from '../../people/person.ts';
import type { LinkRequest } from '../port.ts';
import { type Data, type Fields, plain } from './data.ts';

/** The name behind an id; null when there is none any more. */
export type NameOf = (id: PersonId | null) => string | null;

/** What of a person's document they are given. */
export const personFields = (nameOf: NameOf): Fields<Person> => ({
  _id: 'leave',
  name: 'give',
  email: 'give',
  said: 'give',
  addresses: (all) => all.map(({ platform, id, at }) => ({ platform, account: id, at })),
  closed: (all) => all.map(({ platform, id, why }) => ({ platform, account: id, why })),
  unit: 'give',
  profession: 'give',
  manager: nameOf,
  roles: 'give',
  language: 'give',
  phone: 'give',
  agent: 'give',
  absences: (absences) => absences.map(({ substitute, ...days }) => ({ ...days, substitute: nameOf(substitute) })),
  askedAt: (at) => (at.getTime() === NEVER.getTime() ? null : at),
  imported: 'give',
  left: 'give',
  leaving: 'leave',
  unreachableSince: 'give',
  phoneTipAt: 'give',
  askedAbout: 'give',
  joined: 'leave',
  joining: 'leave',
  apart: 'give',
  forgetting: 'leave',
  nobody: 'leave',
});

export const READER_FIELDS: Fields<Reader> = {
  _id: 'leave',
  weekday: 'give',
  hour: 'give',
  pausedUntil: 'give',
  stoppedAt: 'give',
  rhythm: 'give',
  wantedIn: 'give',
};

export const DRAFT_FIELDS: Fields<Draft> = {
  _id: 'leave',
  rev: 'leave',
  person: 'leave',
  language: 'give',
  state: 'give',
  lines: 'give',
  text: 'give',
  found: 'give',
  principle: 'give',
  topic: 'give',
  guess: 'give',
  labelled: 'give',
  for: 'give',
  writtenAs: 'give',
  at: 'give',
  keptUntil: 'give',
  remindAt: 'give',
  reminded: 'give',
  endedAs: 'give',
  takesLinesOf: 'leave',
  previews: 'leave',
  usedFor: 'give',
  follows: 'give',
  openly: 'give',
  isNew: 'give',
  answers: 'leave',
  inOffer: 'give',
  sentTo: 'leave',
  meets: ({ text, until }): Data => ({ text, until }),
  returned: 'give',
  receipts: 'leave',
  owes: 'leave',
};

export const NUDGE_FIELDS: Fields<NudgeRecord> = {
  _id: 'leave',
  rev: 'leave',
  person: 'leave',
  unit: 'give',
  week: 'give',
  message: 'give',
  principle: 'give',
  text: 'give',
  event: 'give',
  before: 'give',
  plannedAt: 'give',
  sent: 'give',
  reactions: 'give',
  receipts: 'leave',
};

export const LINK_FIELDS: Fields<LinkRequest> = {
  _id: 'leave',
  maker: 'leave',
  platform: 'give',
  until: 'give',
  state: 'give',
  by: 'leave',
};

/** Who else was there is said by their part only: a log of access tells what was done, not who works where. */
export const logFields = (me: PersonId): Fields<AuditEntry> => ({
  at: 'give',
  by: (by) => (by === me ? 'you' : by === null ? 'operator' : 'colleague'),
  operator: 'leave',
  did: 'give',
  about: (about) => (about === null ? null : about === me ? 'you' : 'colleague'),
  // The number of somebody else's case says nothing of this person.
  case: 'leave',
  detail: plain,
});
