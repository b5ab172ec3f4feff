import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { OWN_DATA_MINUTES } from '../../../bot/accounts/own-data/link.ts';
import type { OwnDataLinks } from '../../../bot/accounts/port.ts';
import { personId } from '../../../bot/ids.ts';
import { DAY, MINUTE } from '../../../bot/time/units.ts';
import type { Signer } from '../signed.ts';

/** The signature outlives the link, so that an old link is told from one that was never made. */
const SIGNED_FOR_MS = 30 * DAY;

const token = z.object({
  opens: z.literal('own-data'),
  person: z.string().min(1).max(200).transform(personId),
  id: z.uuid(),
  until: z.number(),
});
export type OwnDataToken = z.infer<typeof token>;

/** Creates the link to a person's own data: for them, once, for some minutes. */
export const ownDataLink =
  (signer: Signer, publicUrl: () => string): OwnDataLinks['ownData'] =>
  (person) => {
    const payload = { opens: 'own-data', person, id: randomUUID(), until: Date.now() + OWN_DATA_MINUTES * MINUTE };
    return `${publicUrl()}/files/my-data?token=${signer.sign(payload, new Date(Date.now() + SIGNED_FOR_MS))}`;
  };

/** Reads a token that we signed, also when it is too old. Null when it is not ours, or opens something else. */
export const readOwnDataToken = (signer: Signer, text: string): OwnDataToken | null =>
  token.safeParse(text.length > 1_000 ? null : signer.read(text)).data ?? null;
