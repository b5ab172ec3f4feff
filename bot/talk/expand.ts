/** The innermost choice: `(one|other)` must stand there, `[one|other]` may. */
const CHOICE = /\(([^()[\]]*)\)|\[([^()[\]]*)\]/u;

/** All texts that a pattern such as "vis [mig] mine (sager|dilemmaer)" stands for. */
export const expand = (pattern: string): string[] => {
  const found = CHOICE.exec(pattern);
  if (found === null) return [pattern.replace(/\s+/gu, ' ').trim()];
  const [whole, needed, optional = ''] = found;
  const choices = needed === undefined ? ['', ...optional.split('|')] : needed.split('|');
  // By a function: `$` in a pattern would otherwise be special.
  return choices.flatMap((choice) => expand(pattern.replace(whole, () => choice)));
};
