import { InvalidArgumentError } from '@commander-js/extra-typings';

/** The number of a case, as people see it. @throws InvalidArgumentError */
export const caseNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give the number of a case, such as 42.');
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
