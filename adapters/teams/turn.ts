import { StoreUnavailable } from '../store/collection.ts';
import { type Activity, heardId, placeOf } from './activity.ts';
import { hearMessage } from './hear-message.ts';
import { added, removed } from './installation.ts';
import { textMessage } from './message.ts';
import { closeDialog, openDialog } from './message-action.ts';
import type { Answer, TurnNeeds } from './needs.ts';
import { isSubmit, pressByInvoke, pressBySubmit } from './press-card.ts';
import { languageOf } from './recognise.ts';

const NOT_IMPLEMENTED: Answer = { status: 501 };

/** One activity. Edits, deletions, reactions, typing and whatever Teams invents next are taken politely, and nothing comes of them. */
export const takeTurn = async (activity: Activity, needs: TurnNeeds): Promise<Answer | null> => {
  switch (activity.type) {
    case 'message':
      await orSayStoreAway(activity, needs, () =>
        isSubmit(activity) ? pressBySubmit(activity, needs) : hearMessage(activity, needs),
      );
      return null;
    case 'invoke':
      return invoked(activity, needs);
    case 'installationUpdate':
      // An upgrade takes the app away and gives it back, in either order.
      if (activity.action === 'add' || activity.action === 'add-upgrade') await added(activity, needs);
      if (activity.action === 'remove') await removed(activity, needs);
      return null;
    case 'conversationUpdate': {
      const us = ({ id }: { id: string }) => id === activity.recipient.id;
      if (activity.membersAdded.some(us)) await added(activity, needs);
      if (activity.membersRemoved.some(us)) await removed(activity, needs);
      return null;
    }
    default:
      return null;
  }
};

const invoked = async (activity: Activity, needs: TurnNeeds): Promise<Answer> => {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return pressByInvoke(activity, needs);
    case 'composeExtension/fetchTask':
      return openDialog(activity, needs);
    case 'composeExtension/submitAction':
      return closeDialog(activity, needs);
    default:
      return NOT_IMPLEMENTED;
  }
};

/** Teams is told to bring it again, and the person is told, too: nobody knows whether Teams will. */
const orSayStoreAway = async (activity: Activity, needs: TurnNeeds, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof StoreUnavailable && isFirst(heardId(activity), needs.toldAway)) {
      const text = needs.cards.storeAway(languageOf(activity, needs.language));
      await needs.connector.post(placeOf(activity), textMessage(text)).catch(needs.onFault);
    }
    throw error;
  }
};

const MOST_REMEMBERED = 1000;

/** Memory is enough for politeness: a line said twice harms nobody. */
const isFirst = (id: string, told: Set<string>): boolean => {
  if (told.has(id)) return false;
  if (told.size >= MOST_REMEMBERED) told.clear();
  told.add(id);
  return true;
};
