import type { AdminLog } from '../../audit/port.ts';
import type { Recorded } from '../../audit/record.ts';
import { type CaseCardDeps, composeCase } from '../../cases/compose-case.ts';
import type { CaseView } from '../../cases/view-types.ts';
import type { CaseId, PersonId } from '../../ids.ts';
import { type Person, nameOf as shownName } from '../../people/person.ts';
import type { AccountsDeps } from '../deps.ts';
import { askersOwn, ownWords, viewData } from './case-data.ts';
import { type OwnPart, type Row, rowOf } from './data.ts';
import {
  DRAFT_FIELDS,
  LINK_FIELDS,
  logFields,
  type NameOf,
  NUDGE_FIELDS,
  personFields,
  READER_FIELDS,
} from './documents.ts';
import { meetingsData, storyData } from './story-data.ts';

export type OwnDataDeps = CaseCardDeps &
  Pick<AccountsDeps, 'drafts' | 'stories' | 'readers' | 'undelivered' | 'linkRequests'> & {
    cases: Pick<AccountsDeps['cases'], 'idsNaming'>;
    people: Pick<AccountsDeps['people'], 'joinedTo'>;
    nudges: Pick<AccountsDeps['nudges'], 'of'>;
    adminLog: Pick<AdminLog, 'naming'>;
  };

export type OwnRow = { part: OwnPart; row: Row };

/**
 * Everything that is kept about a person, a row at a time, so that it takes the memory of one case however many there are
 * (docs/rules.md, "My data"). It names nobody whom their own cards do not name.
 */
export async function* ownData(
  person: Person,
  deps: OwnDataDeps,
  _recorded: Recorded<'own-data'>,
): AsyncGenerator<OwnRow> {
  const me = person._id;
  const names = new Map<PersonId, string | null>();
  const nameOf: NameOf = (id) => (id === null ? null : (names.get(id) ?? null));
  const learn = async (ids: readonly (PersonId | null)[]) => {
    for (const id of ids) if (id !== null && !names.has(id)) names.set(id, shownName(await deps.people.get(id)));
  };
  const accounts = [person, ...(await deps.people.joinedTo(me))];
  for (const [nth, account] of accounts.entries()) {
    await learn([account.manager, ...account.absences.map(({ substitute }) => substitute)]);
    yield { part: nth === 0 ? 'profile' : 'accounts', row: rowOf(account, personFields(nameOf)) };
  }
  yield { part: 'wishes', row: rowOf({ _id: me, ...(await deps.readers.get(me)) }, READER_FIELDS) };
  const apart: CaseId[] = [];
  for (const id of await deps.cases.idsNaming(me)) {
    const c = await deps.cases.get(id);
    if (c === null) continue;
    await learn(c.asker === me ? (c.notTo ?? []) : []);
    const view = (await composeCase(id, person, { from: 0 }, deps))?.view ?? null;
    if (view !== null)
      yield {
        part: 'cases',
        row: { ...viewData(view), ...(view.viewer === 'asker' ? askersOwn(c, nameOf) : {}) },
      };
    if (view === null || !showsOwnWords(view)) apart.push(id);
  }
  // Apart from the cases: what somebody wrote must not tell which case it is that they may no longer see.
  for (const id of apart) {
    const c = await deps.cases.get(id);
    for (const row of c === null ? [] : ownWords(c, me)) yield { part: 'ownWords', row };
  }
  for (const draft of await deps.drafts.of(me)) yield { part: 'drafts', row: rowOf(draft, DRAFT_FIELDS) };
  for (const nudge of await deps.nudges.of([me])) yield { part: 'nudges', row: rowOf(nudge, NUDGE_FIELDS) };
  for (const story of await deps.stories.of(me)) {
    const row = storyData(story, person);
    if (row !== null) yield { part: 'stories', row };
    for (const meeting of await meetingsData(story, person, deps)) yield { part: 'meetings', row: meeting };
  }
  for (const { say, notBefore } of await deps.undelivered.undeliveredTo(me))
    yield { part: 'undelivered', row: { kind: say.kind, at: notBefore } };
  for (const request of await deps.linkRequests.of(me)) yield { part: 'links', row: rowOf(request, LINK_FIELDS) };
  for (const entry of await deps.adminLog.naming(me)) yield { part: 'log', row: rowOf(entry, logFields(me)) };
}

/** Whether a card holds whatever its viewer wrote. */
const showsOwnWords = (view: CaseView): boolean =>
  view.viewer === 'asker' || view.viewer === 'co-agent' || (view.viewer === 'agent' && view.state !== 'withdrawn');
