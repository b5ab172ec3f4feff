import type { TurnDeps } from './deps.ts';
import { changeAs, isByHuman, isOwnChat } from './hear-message.ts';
import type { ChangedMessage } from './payloads.ts';

/** Handles a message in somebody's own chat that they edited or deleted. */
export const changeMessage = async (event: ChangedMessage, deps: TurnDeps): Promise<void> => {
  const { message, previous_message: before, channel } = event;
  // A message with replies is not deleted but emptied.
  const isDeleted = event.subtype === 'message_deleted' || message?.subtype === 'tombstone';
  const written = isDeleted ? before : message;
  if (written == null || !isOwnChat(event) || !isByHuman(written)) return;
  // Slack changes a message by itself, too, when it adds the preview of a link.
  if (!isDeleted && before != null && before.text === written.text) return;
  const at = Number.parseFloat(event.event_ts ?? event.ts) || Number.POSITIVE_INFINITY;
  await changeAs(
    { ...written, channel },
    (text) => (isDeleted ? { kind: 'deleted', at } : { kind: 'edited', at, text }),
    deps,
  );
};
