import { orSayStoreAway } from '../chat/store-away.ts';
import { type Activity, heardId, placeOf } from './activity.ts';
import { changeMessage } from './change-message.ts';
import type { Answer, TurnDeps } from './deps.ts';
import { hearMessage } from './hear-message.ts';
import { added, removed } from './installation.ts';
import { textMessage } from './message.ts';
import { closeDialog, openDialog } from './message-action.ts';
import { isSubmit, pressByInvoke, pressBySubmit } from './press-card.ts';
import { languageIn } from './recognise.ts';
import { searchColleagues } from './search-colleagues.ts';

const NOT_IMPLEMENTED: Answer = { status: 501 };

/** Handles one activity. Others, such as reactions and typing, are acknowledged and ignored. */
export const takeTurn = async (activity: Activity, deps: TurnDeps): Promise<Answer | null> => {
  switch (activity.type) {
    case 'message':
      await written(activity, deps);
      return null;
    case 'messageUpdate':
    case 'messageDelete':
      await changeMessage(activity, deps);
      return null;
    case 'invoke':
      return invoked(activity, deps);
    case 'installationUpdate':
      // An upgrade removes the app and adds it again, in either order.
      if (activity.action === 'add' || activity.action === 'add-upgrade') await added(activity, deps);
      if (activity.action === 'remove') await removed(activity, deps);
      return null;
    case 'conversationUpdate': {
      const us = ({ id }: { id: string }) => id === activity.recipient.id;
      if (activity.membersAdded.some(us)) await added(activity, deps);
      if (activity.membersRemoved.some(us)) await removed(activity, deps);
      return null;
    }
    default:
      return null;
  }
};

const written = (activity: Activity, deps: TurnDeps): Promise<void> => {
  const say = (line: string) => deps.connector.post(placeOf(activity), textMessage(line));
  return orSayStoreAway(
    () => (isSubmit(activity) ? pressBySubmit(activity, deps) : hearMessage(activity, deps)),
    { name: heardId(activity), say, language: languageIn(activity, deps) },
    deps,
  );
};

const invoked = async (activity: Activity, deps: TurnDeps): Promise<Answer> => {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return pressByInvoke(activity, deps);
    case 'application/search':
      return searchColleagues(activity, deps);
    case 'composeExtension/fetchTask':
      return openDialog(activity, deps);
    case 'composeExtension/submitAction':
      return closeDialog(activity, deps);
    default:
      return NOT_IMPLEMENTED;
  }
};
