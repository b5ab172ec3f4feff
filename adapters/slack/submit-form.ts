import { z } from 'zod';
import type { Person } from '../../bot/people/person.ts';
import { errorsOnFields, formToOpen, readViewValues } from '../../cards/block-kit/ids.ts';
import type { Form } from '../../cards/model.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { press } from '../chat/press.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { orAnswerStoreAway } from '../chat/store-away.ts';
import { type ModalAnswer, showLine } from './ask.ts';
import type { TurnDeps } from './deps.ts';
import { noticeFor } from './find-form.ts';
import { publishHome } from './home.ts';
import type { Submission } from './payloads.ts';
import { readData } from './payloads.ts';
import { deliveryOf } from './press-delivery.ts';
import { recognise } from './recognise.ts';

/** The private metadata of a modal: the message of its button, and the button's data. */
const metadata = z.object({
  message: z.string().min(1).max(100),
  home: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});

export const writeMetadata = (about: z.infer<typeof metadata>): string => JSON.stringify(about);

/** Null when it is not ours. */
export const readMetadata = (json: string): z.infer<typeof metadata> | null =>
  metadata.safeParse(readData(json)).data ?? null;

/** Handles the Send of a card's modal. Errors appear on their fields, and what was written stays in the modal. */
export const submitForm = async (submitted: Submission, deps: TurnDeps): Promise<ModalAnswer> => {
  const { user, view } = submitted;
  const who = await recognise(user.id, deps);
  const { language } = who;
  if (isRefused(who)) return showLine(TEXTS[language].chat.refused[who.refused], language);
  const about = readMetadata(view.private_metadata);
  if (about === null) return showLine(deps.cards.pressUnknown(language), language);
  const { message, home, data } = about;
  const verb = view.callback_id;
  const work = async (): Promise<ModalAnswer> => {
    const whole = { ...readViewValues(view.state.values), ...data };
    const notDone = await press({ from: who, message, verb, data: whole, delivery: deliveryOf(view.id, deps) }, deps);
    if (notDone === null) {
      if (home) await publishHome(who, user.id, deps).catch(deps.onFault);
      return undefined;
    }
    const { line, code, field } = notDone;
    const about = code === null ? null : (field ?? (hasWords(submitted) ? 'text' : null));
    return about === null ? showLine(line, language) : showOnField({ line, field: about }, submitted, data, who, deps);
  };
  const away = (line: string) => showOnField({ line, field: '' }, submitted, data, who, deps);
  return orAnswerStoreAway(work, away, language, deps);
};

/** Whether somebody has written text, which must stay in the modal so that they can copy it. */
const hasWords = ({ view }: Submission): boolean =>
  Object.values(z.record(z.string(), z.record(z.string(), written)).safeParse(view.state.values).data ?? {})
    .flatMap(Object.values)
    .some(({ value }) => (value ?? '') !== '');
const written = z.object({ value: z.string().nullish() });

const showOnField = async (
  fault: { line: string; field: string },
  { view }: Submission,
  data: Readonly<Record<string, unknown>>,
  who: Person,
  deps: TurnDeps,
): Promise<ModalAnswer> => {
  const form = await formOf(view.callback_id, data, who, deps).catch(() => null);
  const shown = Object.keys(z.record(z.string(), z.unknown()).safeParse(view.state.values).data ?? {});
  const [first] = shown;
  const errors = form === null ? {} : errorsOnFields(form, { [fault.field]: fault.line });
  if (Object.keys(errors).some((block) => shown.includes(block))) return { response_action: 'errors', errors };
  // The form could not be read from the store, or has other fields by now: use the first field of the modal itself.
  return first === undefined
    ? showLine(fault.line, who.language)
    : { response_action: 'errors', errors: { [first]: fault.line } };
};

const formOf = async (
  verb: string,
  data: Readonly<Record<string, unknown>>,
  who: Person,
  { context, cards }: TurnDeps,
): Promise<Form | null> => {
  const notice = await noticeFor(verb, data, who, context);
  const actions = notice === null ? [] : cards.card(notice, who.language).actions;
  return formToOpen(actions, verb, data, {});
};
