import type { Person } from '../people/person.ts';
import type { Writer } from '../privacy/own-words.ts';
import type { Draft } from './draft.ts';

/** A draft's writer, also under the name they had when they began it: they may have signed with that. */
export const writerOf = ({ writtenAs }: Pick<Draft, 'writtenAs'>, writer: Person): Writer => ({
  ...writer,
  said: [...writer.said, ...(writtenAs === undefined ? [] : [{ name: writtenAs }])],
});
