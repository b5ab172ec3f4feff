import type { AgentPicture } from '../cases/agent-picture.ts';
import { canPromise } from '../cases/readers.ts';
import { addresseesOf, whatBecame } from '../cases/whom-to.ts';
import type { CaseId } from '../ids.ts';
import { agentsToChoose } from '../people/agents-to-choose.ts';
import { managersAbove } from '../people/managers.ts';
import type { Person } from '../people/person.ts';
import type { DraftDeps } from './deps.ts';
import { draftNotice } from './draft-view.ts';
import type { DraftNotice } from './notice.ts';
import { readingOf } from './stands-as.ts';
import { storiesNear } from './stories-near.ts';

export type DraftCardDeps = Pick<
  DraftDeps,
  | 'drafts'
  | 'stories'
  | 'storySearch'
  | 'cases'
  | 'people'
  | 'roster'
  | 'platforms'
  | 'clock'
  | 'time'
  | 'organisation'
  | 'warningWords'
  | 'classify'
>;

/** Composes a draft's card. Null when the draft has become a case: then the case's card replaces it. */
export const composeDraft = async (id: CaseId, to: Person, deps: DraftCardDeps): Promise<DraftNotice | null> => {
  const draft = await deps.drafts.get(id);
  if (draft === null || draft.person !== to._id) return null;
  const maybeSent = draft.state === 'sending' || draft.state === 'used';
  if (maybeSent && (await deps.cases.get(id)) !== null) return null;
  const isUnsent = draft.state === 'open' || draft.state === 'changing';
  const [agents, addressees, sent, stories] = await Promise.all([
    isUnsent ? deps.roster.look() : null,
    draft.state === 'open' && draft.follows === null ? addresseesOf(draft, to, deps) : [],
    draft.sentTo === undefined ? null : whatBecame(draft.sentTo, to, deps),
    draft.state === 'open' ? storiesNear(draft, to, deps) : [],
  ]);
  return draftNotice(draft, {
    addressees,
    sent,
    stories,
    now: deps.clock(),
    writer: to,
    time: deps.time,
    organisation: deps.organisation,
    canPromise: agents !== null && (await somebodyCanAnswer(to, agents, deps)),
    agents: agents !== null && draft.state === 'changing' ? agentsToChoose(to, agents.people()) : [],
    ...readingOf(to, deps, draft.lines[0]?.at),
  });
};

const somebodyCanAnswer = async (
  asker: Person,
  agents: AgentPicture,
  { people, platforms, clock, time }: Pick<DraftCardDeps, 'people' | 'platforms' | 'clock' | 'time'>,
): Promise<boolean> => {
  const standings = agents.standings(time.localDate(clock()), platforms);
  return canPromise({ asker: asker._id, managers: await managersAbove(asker, people) }, standings);
};
