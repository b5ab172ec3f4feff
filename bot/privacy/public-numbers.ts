import { z } from 'zod';

const PHONE = 'Write the number with at least three digits, such as 70 201 201.';
const BEGINNING = 'Write two to four digits that every such number begins with, such as 80.';

/** Schema of `content/public-numbers.json`: numbers that everybody may know, so that they are never masked. */
export const publicNumbersSchema = z.strictObject({
  note: z.string().optional(),
  numbers: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1),
        /** Where the number is public. */ source: z.string().trim().min(1).exactOptional(),
        phone: z.string(PHONE).regex(/^\+?\d[\d ]{2,18}$/, PHONE),
      }),
    )
    .readonly(),
  /** Beginnings of Danish numbers that never belong to a person. */
  beginnings: z.array(z.string(BEGINNING).regex(/^\d{2,4}$/, BEGINNING)).readonly(),
});

export type PublicNumbers = z.infer<typeof publicNumbersSchema>;
