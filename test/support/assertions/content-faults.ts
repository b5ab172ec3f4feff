import assert from 'node:assert/strict';
import type { z } from 'zod';
import { ContentFault } from '../../../bot/content/content-fault.ts';
import { parseContent } from '../../../bot/content/parse-content.ts';

/** The faults that Sammen reports for a file with this content; empty when the file is valid. */
export const faultsIn = (json: unknown, schema: z.ZodType): readonly string[] => {
  try {
    parseContent('x.json', JSON.stringify(json, null, 1), schema);
    return [];
  } catch (fault) {
    assert.ok(fault instanceof ContentFault, String(fault));
    return fault.faults;
  }
};
