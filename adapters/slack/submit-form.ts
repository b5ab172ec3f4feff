import { z } from 'zod';
import { MalformedAction } from '../../bot/conversation/decode-action.ts';
import type { Person } from '../../bot/people/person.ts';
import { Refusal, type RefusalCode } from '../../bot/refusal.ts';
import { errorsOnFields, readViewValues } from '../../cards/block-kit/ids.ts';
import type { Form } from '../../cards/model.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { StoreUnavailable } from '../store/collection.ts';
import type { WindowAnswer } from './ask.ts';
import type { TurnDeps } from './deps.ts';
import { noticeFor } from './find-form.ts';
import { publishHome } from './home.ts';
import type { Submission } from './payloads.ts';
import { readData } from './payloads.ts';
import { isRefused, recognise } from './recognise.ts';
import { lineWindow } from './windows.ts';

/** What a window carries along: where its button stood, and the ids that were on it. */
const metadata = z.object({
  message: z.string().min(1).max(100),
  home: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});

export const writeMetadata = (about: z.infer<typeof metadata>): string => JSON.stringify(about);

/** The Send of a card's window. What is wrong with a field stands on it; nothing that was written is lost. */
export const submitForm = async (submitted: Submission, deps: TurnDeps): Promise<WindowAnswer> => {
  const { user, view } = submitted;
  const who = await recognise(user.id, deps);
  if (isRefused(who)) return line(TEXTS[who.language].slack.refused[who.refused], who);
  const about = metadata.safeParse(readData(view.private_metadata));
  if (!about.success) return line(deps.cards.pressUnknown(who.language), who);
  const { message, home, data } = about.data;
  const verb = view.callback_id;
  try {
    const whole = { ...readViewValues(view.state.values), ...data };
    await deps.bot.press({ from: who, message, verb, data: whole });
  } catch (error) {
    if (error instanceof StoreUnavailable) {
      deps.onFault(error);
      return onField({ line: deps.cards.storeAway(who.language), fields: [] }, submitted, data, who, deps);
    }
    if (error instanceof MalformedAction) return line(deps.cards.pressUnknown(who.language), who);
    if (!(error instanceof Refusal)) throw error;
    deps.send();
    const said = deps.cards.refusal(error, who.language);
    const fields = FIELDS[error.code] ?? (hasWords(submitted) ? ['text'] : null);
    return fields === null ? line(said, who) : onField({ line: said, fields }, submitted, data, who, deps);
  }
  deps.send();
  if (home) await publishHome(who, user.id, deps).catch(deps.onFault);
  return undefined;
};

/** Which field of a form a refusal is about; of several the first that the form has. */
const FIELDS: Partial<Record<RefusalCode, readonly string[]>> = {
  'empty-text': ['text', 'who'],
  'too-long': ['text', 'place', 'comment'],
  'date-past': ['nextStepDate', 'day', 'until', 'date'],
  'date-missing': ['from', 'until', 'date', 'day'],
  'dates-turned': ['until'],
  'needs-ground': ['ground'],
  'bad-phone': ['phone'],
  'no-such-colleague': ['substitute', 'person'],
};

/** What somebody has written stays in the window, so that they can take it with them. */
const hasWords = ({ view }: Submission): boolean =>
  Object.values(z.record(z.string(), z.record(z.string(), written)).safeParse(view.state.values).data ?? {})
    .flatMap(Object.values)
    .some(({ value }) => (value ?? '') !== '');
const written = z.object({ value: z.string().nullish() });

const line = (text: string, { language }: Pick<Person, 'language'>): WindowAnswer => ({
  response_action: 'update',
  view: lineWindow(text, language),
});

const onField = async (
  fault: { line: string; fields: readonly string[] },
  { view }: Submission,
  data: Readonly<Record<string, unknown>>,
  who: Person,
  deps: TurnDeps,
): Promise<WindowAnswer> => {
  const form = await formOf(view.callback_id, data, who, deps).catch(() => null);
  const [first] = Object.keys(z.record(z.string(), z.unknown()).safeParse(view.state.values).data ?? {});
  if (form !== null) {
    const field = fault.fields.find((one) => form.inputs.some((input) => input.field === one)) ?? '';
    return { response_action: 'errors', errors: errorsOnFields(form, { [field]: fault.line }) };
  }
  // The store cannot say which form it was; the window itself tells its first field.
  return first === undefined ? line(fault.line, who) : { response_action: 'errors', errors: { [first]: fault.line } };
};

const formOf = async (
  verb: string,
  data: Readonly<Record<string, unknown>>,
  who: Person,
  { house, cards }: TurnDeps,
): Promise<Form | null> => {
  const notice = await noticeFor(verb, data, who, house);
  const actions = notice === null ? [] : cards.card(notice, who.language).actions;
  return actions.find((action): action is Form => action.kind === 'form' && action.verb === verb) ?? null;
};
