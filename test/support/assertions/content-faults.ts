import assert from 'node:assert/strict';
import type { z } from 'zod';
import { ContentFault } from '../../../bot/content/content-fault.ts';
import { parseContent } from '../../../bot/content/parse-content.ts';

/** What Sammen says of a file with this in it, each thing on a line of its own; nothing when it is right. */
export const faultsIn = (json: unknown, schema: z.ZodType): readonly string[] => {
  try {
    parseContent('x.json', JSON.stringify(json, null, 1), schema);
    return [];
  } catch (fault) {
    assert.ok(fault instanceof ContentFault, String(fault));
    return fault.faults;
  }
};
