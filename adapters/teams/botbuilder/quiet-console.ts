type Write = typeof console.error;

const REJECTED = 'Error finding key for token.';

/** Leaves out what botbuilder writes for each token that it rejects: the public key, or a stack. */
export const withoutRejectedTokens =
  (write: Write): Write =>
  (...parts) => {
    const [first] = parts;
    if (typeof first === 'string' && first.startsWith(REJECTED)) return;
    if (first instanceof Error && first.name === 'TokenExpiredError') return;
    write.apply(console, parts);
  };

let isQuiet = false;

/** botbuilder knows no other place to write to than the console. Our entrance logs rejected tokens itself, counted. */
export const quietConsole = (): void => {
  if (isQuiet) return;
  isQuiet = true;
  console.error = withoutRejectedTokens(console.error);
};
