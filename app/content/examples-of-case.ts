import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseId } from '../../bot/ids.ts';
import type { ExamplesOfCase } from '../../bot/keeping/port.ts';
import type { Masked } from '../../bot/privacy/mask.ts';
import type { ContentSources } from './content-sources.ts';
import { ownExamplesFiles, replaceExamples } from './own-examples.ts';

const ID_LENGTH = 12;

/** Always the same for a case, and nobody without the key can tell of which. */
export const exampleIdOf = (id: CaseId, key: string): string =>
  `e${createHmac('sha256', key)
    .update(JSON.stringify(['example', id]))
    .digest('hex')
    .slice(0, ID_LENGTH - 1)}`;

/** The example that came from a case, in the municipality's files. @throws NotWritten */
export const createExamplesOfCase = (sources: ContentSources, folder: URL, key: string): ExamplesOfCase => ({
  change: async (id, change, manner) => {
    const mine = exampleIdOf(id, key);
    for (const file of ownExamplesFiles(sources, folder)) {
      const before = readFileSync(file.path, 'utf8');
      const lines = before.split('\n').map((line) => {
        if (!line.includes(mine)) return line;
        const example: { id?: unknown; text: string } = JSON.parse(line);
        return example.id === mine ? JSON.stringify({ ...example, text: change(example.text as Masked) }) : line;
      });
      if (manner === 'take' && lines.join('\n') !== before) replaceExamples(file, lines.join('\n'));
    }
  },
});
