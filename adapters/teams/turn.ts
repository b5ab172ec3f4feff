import { orSayStoreAway } from '../chat/store-away.ts';
import { type Activity, heardId, placeOf } from './activity.ts';
import { hearMessage } from './hear-message.ts';
import { added, removed } from './installation.ts';
import { textMessage } from './message.ts';
import { closeDialog, openDialog } from './message-action.ts';
import type { Answer, TurnNeeds } from './needs.ts';
import { isSubmit, pressByInvoke, pressBySubmit } from './press-card.ts';
import { languageIn } from './recognise.ts';

const NOT_IMPLEMENTED: Answer = { status: 501 };

/** One activity. Edits, deletions, reactions, typing and whatever Teams invents next are taken politely, and nothing comes of them. */
export const takeTurn = async (activity: Activity, needs: TurnNeeds): Promise<Answer | null> => {
  switch (activity.type) {
    case 'message':
      await written(activity, needs);
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

const written = (activity: Activity, needs: TurnNeeds): Promise<void> => {
  const say = (line: string) => needs.connector.post(placeOf(activity), textMessage(line));
  return orSayStoreAway(
    () => (isSubmit(activity) ? pressBySubmit(activity, needs) : hearMessage(activity, needs)),
    { name: heardId(activity), say, language: languageIn(activity, needs) },
    needs,
  );
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
