import { caseNotice, type Viewing, type Window } from './cases/case-view.ts';
import { draftNotice } from './cases/draft-view.ts';
import { partOf } from './cases/rules.ts';
import { waitingFor } from './cases/waiting-for.ts';
import type { CaseId, PersonId } from './ids.ts';
import type { Needs } from './needs.ts';
import type { CaseNotice, DraftNotice, WarningView } from './notices.ts';
import { type Organisation, whereItBelongs } from './organisation.ts';
import { managersAbove } from './people/managers.ts';
import type { Person } from './people/person.ts';
import type { Masked } from './privacy/mask.ts';
import { findWarning } from './privacy/warnings.ts';

/** A case's card for one person, as the case is now. Null when it does not exist for them. */
export const composeCase = async (id: CaseId, to: Person, window: Window, needs: Needs): Promise<CaseNotice | null> => {
  const c = await needs.cases.get(id);
  if (c === null) return null;
  const named = new Map<PersonId, Person>();
  const ids = new Set([c.asker, c.agent, ...c.turns.map((turn) => turn.who), ...c.offers.map((offer) => offer.agent)]);
  for (const one of ids) {
    const person = one === null ? null : await needs.people.get(one);
    // Whom nobody knows any more has no name in any view.
    if (person !== null && !person.nobody) named.set(person._id, person);
  }
  const asker = named.get(c.asker);
  const managers = asker === undefined ? new Set<PersonId>() : await managersAbove(asker, needs.people);
  const at: Viewing = {
    now: needs.clock(),
    time: needs.time,
    links: needs.links,
    person: (one) => named.get(one),
    units: c.asksUnit && c.asker === to._id && to.unit === null ? await needs.people.units() : null,
    warn: (text) => warningFor(text, [], needs),
  };
  return caseNotice(c, partOf(c, to, managers), window, at);
};

/** A draft's card. Null when it has become a case: then the case's own card has taken its place. */
export const composeDraft = async (id: CaseId, to: Person, needs: Needs): Promise<DraftNotice | null> => {
  const draft = await needs.drafts.get(id);
  if (draft === null || draft.person !== to._id) return null;
  const maybeSent = draft.state === 'sending' || draft.state === 'used';
  if (maybeSent && (await needs.cases.get(id)) !== null) return null;
  const waiting = draft.state === 'open' ? await waitingFor(to, ['active', 'answered'], needs) : [];
  return draftNotice(draft, waiting, {
    now: needs.clock(),
    time: needs.time,
    organisation: needs.organisation,
    warn: (text, found) => warningFor(text, found ?? [], needs),
  });
};

const warningFor = (
  text: string,
  found: Masked['found'],
  needs: { organisation: Organisation } & Pick<Needs, 'warningWords'>,
): WarningView | null => {
  const warning = findWarning(text, found, needs.warningWords);
  return warning === null ? null : { kind: warning.kind, contact: whereItBelongs(needs.organisation, warning.kind) };
};
