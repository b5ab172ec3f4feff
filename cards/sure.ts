import type { Texts } from './texts/texts.ts';

type Asked = { verb: string; label: string };

/** What is asked before something that cannot be undone, and the label of the button that does it. */
export const sureOf = ({ verb, label }: Asked, { sure }: Texts): { question: string; yes: string } => ({
  question: (Object.hasOwn(sure.questions, verb) ? sure.questions[verb] : undefined) ?? sure.question,
  yes: sure.yes(label.charAt(0).toLocaleLowerCase('da') + label.slice(1)),
});
