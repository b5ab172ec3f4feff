/** The offset, from 0, at which a text stops being JSON, and a sentence with the mend. */
type JsonFault = { offset: number; message: string };
/** The offset of every value, by its `pathKey`. */
export type Places = ReadonlyMap<string, number>;
export type Scanned = { fault: JsonFault | null; places: Places };

export const pathKey = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

const SPACE = /[ \t\n\r]*/y;
/** A piece of a text. It is short, for V8 keeps each repetition of a pattern on a stack that a long text would exhaust. */
const PIECE = /(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){1,1000}/uy;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
/** No content file is nearly this deep; unlimited recursion would overflow the stack. */
const MAX_DEPTH = 100;

const CUT_OFF =
  'the file ends in the middle. Close every { with }, every [ with ] and every text with a quotation mark.';
const NO_VALUE =
  'this is no value. Write a text in straight quotation marks ("), a number, true, false, null, a list in [ ] or an object in { }.';
const NO_NAME = 'this is no name. Write one in straight quotation marks ("), such as "id".';

class Stop extends Error {
  readonly fault: JsonFault;
  constructor(offset: number, message: string) {
    super(message);
    this.fault = { offset, message };
  }
}

/**
 * Scans a text as JSON for the offset of every value and the first fault, which `JSON.parse` does not always locate.
 */
export const scanJson = (text: string): Scanned => {
  const places = new Map<string, number>();
  let at = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const stop = (message: string): never => {
    if (at >= text.length)
      throw new Stop(at, text.trim() === '' ? 'the file is empty. Restore what stood in it.' : CUT_OFF);
    if (/^\/[/*]/.test(text.slice(at, at + 2))) throw new Stop(at, 'JSON has no comments. Take this one out.');
    throw new Stop(at, message);
  };
  const next = (): string => {
    take(SPACE);
    return text[at] ?? '';
  };

  const readString = (): string => {
    const start = at;
    at += 1;
    while (take(PIECE) !== null);
    if (text[at] === '"') {
      at += 1;
      return JSON.parse(text.slice(start, at));
    }
    if (text[at] === '\\')
      return stop('a backslash cannot stand before this. Write \\\\ for a backslash, \\" for a quotation mark.');
    if (at < text.length && text[at] !== '\n' && text[at] !== '\r')
      return stop('a control character, such as a tab, stands in a text. Write \\t for a tab, or take it out.');
    throw new Stop(
      start,
      'the text that begins here has no closing quotation mark on its line. Add it; write \\n for a new line in a text.',
    );
  };

  /** Reads comma-separated items up to the end of their list or object. */
  const separated = (end: ']' | '}', readItem: () => void): void => {
    at += 1;
    if (next() === end) {
      at += 1;
      return;
    }
    for (;;) {
      readItem();
      if (next() === end) {
        at += 1;
        return;
      }
      if (text[at] !== ',') stop(`a comma, or ${end}, is missing before this. Add it.`);
      const comma = at;
      at += 1;
      if (next() === end) throw new Stop(comma, `nothing follows this comma. Take it out, for ${end} comes next.`);
    }
  };

  const readValue = (path: readonly PropertyKey[]): void => {
    const sign = next();
    places.set(pathKey(path), at);
    if (path.length > MAX_DEPTH)
      stop(`lists and objects stand more than ${MAX_DEPTH} deep in each other here. Take some out.`);
    if (sign === '[') {
      let index = 0;
      separated(']', () => readValue([...path, index++]));
    } else if (sign === '{') {
      separated('}', () => {
        if (next() !== '"') stop(NO_NAME);
        const name = readString();
        if (next() !== ':') stop(`a colon is missing after ${JSON.stringify(name)}. Add it.`);
        at += 1;
        readValue([...path, name]);
      });
    } else if (sign === '"') readString();
    else if (take(PLAIN) === null) stop(NO_VALUE);
  };

  try {
    readValue([]);
    if (next() !== '') stop('the file should have ended before this. Take out what follows.');
    return { fault: null, places };
  } catch (error) {
    if (error instanceof Stop) return { fault: error.fault, places };
    throw error;
  }
};

/** The line and column of an offset, both from 1. */
export const positionIn = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
