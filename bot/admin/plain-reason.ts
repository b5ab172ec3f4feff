/** In characters. */
const MAX_REASON_LENGTH = 90;

/** Long words with a digit or a sign in them: ids, addresses, tokens. Slack's codes have neither. */
const ID = /\S*[\d@:]\S{7,}|\S{7,}[\d@]\S*|\S{40,}/gu;

/** A platform's reason without the ids in it, which would tell whom a message was for. */
export const plainReason = (reason: string): string => {
  const plain = reason.replaceAll(/\s+/gu, ' ').replaceAll(ID, '…').trim();
  return plain.length > MAX_REASON_LENGTH ? `${plain.slice(0, MAX_REASON_LENGTH)} …` : plain;
};
