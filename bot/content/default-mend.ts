import { z } from 'zod';

const BY_TYPE: Readonly<Record<string, string>> = {
  string: 'Write a text in quotation marks.',
  number: 'Write a number, without quotation marks.',
  int: 'Write a whole number, without quotation marks.',
  boolean: 'Write true or false, without quotation marks.',
  array: 'Write a list in square brackets, [ ].',
  tuple: 'Write a list in square brackets, [ ].',
  object: 'Write an object in curly brackets, { }.',
  record: 'Write an object in curly brackets, { }.',
};

const quoted = (names: readonly unknown[]): string => names.map((name) => JSON.stringify(name)).join(', ');

/** The mend for issues whose schema has none of its own. */
export const defaultMend: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.inst instanceof z.ZodObject
        ? `Write an object in curly brackets with ${quoted(Object.keys(issue.inst.shape))}.`
        : (BY_TYPE[issue.expected] ?? 'Write what stands there in the file that comes with Sammen.');
    case 'unrecognized_keys':
      return `Correct the spelling, or take it out. ${knownNames(issue.inst)}`.trim();
    case 'invalid_value':
      return `Write ${issue.values.length === 1 ? '' : 'one of '}${quoted(issue.values)}.`;
    case 'too_small':
      if (issue.origin === 'string') return 'Write a text.';
      if (issue.origin === 'array') return `Write at least ${issue.minimum}.`;
      return `Write a number ${issue.inclusive ? 'of at least' : 'above'} ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `Write at most ${issue.maximum} characters.`;
      if (issue.origin === 'array') return `Write at most ${issue.maximum}.`;
      return `Write a number ${issue.inclusive ? 'of at most' : 'below'} ${issue.maximum}.`;
    case 'invalid_format':
      return issue.format === 'date' ? 'Write a day that exists as YYYY-MM-DD, such as 2026-12-24.' : undefined;
    default:
      return undefined;
  }
};

const knownNames = (schema: unknown): string => {
  if (schema instanceof z.ZodObject) return `Known are ${quoted(Object.keys(schema.shape))}.`;
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum)
    return `Known are ${quoted(schema.keyType.options)}.`;
  return '';
};
