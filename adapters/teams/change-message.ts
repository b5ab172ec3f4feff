import type { Change } from '../chat/changes.ts';
import { followChange } from '../chat/follow-change.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { type Activity, addressOf, heardId } from './activity.ts';
import type { TurnDeps } from './deps.ts';
import { recognise } from './recognise.ts';
import { wordsIn } from './words-in.ts';

/** Handles a message that its writer edited, deleted or brought back. Nobody new is met through it. */
export const changeMessage = async (activity: Activity, deps: TurnDeps): Promise<void> => {
  const address = addressOf(activity.from);
  const chat = await deps.references.get(address);
  if (chat === null || (await deps.people.byAddress('teams', address)) === null) return;
  const from = await recognise(activity, chat, deps);
  if (isRefused(from)) return;
  await followChange({ id: heardId(activity), from, change: changeOf(activity) }, deps);
};

const changeOf = (activity: Activity): Change => {
  const { type, eventType, at } = activity;
  if (type === 'messageDelete') return { kind: 'deleted', at };
  return { kind: eventType === 'undeleteMessage' ? 'restored' : 'edited', at, text: wordsIn(activity).text };
};
