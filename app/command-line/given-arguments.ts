import { InvalidArgumentError } from '@commander-js/extra-typings';
import { UsageError } from '../commands/usage-error.ts';

/** The number of a case, as people see it; the first is 1. @throws InvalidArgumentError */
export const caseNumber = (text: string): number => {
  if (!/^0*[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give the number of a case, such as 42.');
  return Number(text);
};

/** A reader of whole numbers within bounds, both included. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };

/** Refuses arguments that are empty, as those of a script whose variable is not set. @throws UsageError */
export const refuseEmpty = (args: readonly string[]): void => {
  for (const [i, arg] of args.entries()) {
    const [, option = null] = /^(--[\w-]+)=\s*$/.exec(arg) ?? [];
    if (option === null && arg.trim() !== '') continue;
    throw new UsageError(`${option ?? whatIs(i, args)} is empty. Nothing was done. Is a variable in it not set?`);
  }
};

const whatIs = (i: number, args: readonly string[]): string => {
  const before = args[i - 1] ?? '';
  if (before.startsWith('-')) return `What follows ${before}`;
  return i === 0 ? 'The command' : `Argument ${i} of ${args[0]}`;
};
