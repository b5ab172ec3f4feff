import type { Person } from '../../bot/people/person.ts';
import type { Language } from '../../bot/words.ts';
import { formToOpen, readMenuValue, readViewValues, verbOf } from '../../cards/block-kit/ids.ts';
import { renderSlackModal, renderSureModal } from '../../cards/block-kit.ts';
import { fieldsOf } from '../../cards/fields.ts';
import type { Form, Input } from '../../cards/model.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { press } from '../chat/press.ts';
import { isRefused } from '../chat/recognise-account.ts';
import { orSayStoreAway } from '../chat/store-away.ts';
import { openModal } from './ask.ts';
import type { TurnDeps } from './deps.ts';
import { type Data, noticeFor } from './find-form.ts';
import { publishHome } from './home.ts';
import { lineModal } from './modals.ts';
import { findOwnChat } from './own-chat.ts';
import { type Press, readData } from './payloads.ts';
import { deliveryOf } from './press-delivery.ts';
import { recognise } from './recognise.ts';
import { redrawForm } from './redraw-form.ts';
import { writeMetadata } from './submit-form.ts';

/** Handles a press on a button, in the person's own chat or in the App Home. */
export const pressButton = async (pressed: Press, deps: TurnDeps): Promise<void> => {
  const chosen = chosenIn(pressed);
  // Selecting an option or a checkbox in a form only matters where it decides which fields there are; the value itself
  // arrives with the button.
  if (chosen === null) return redrawForm(pressed, deps).catch(deps.onFault);
  const work = async (): Promise<void> => {
    const who = await recognise(pressed.user.id, deps);
    if (isRefused(who)) return tell(pressed, TEXTS[who.language].chat.refused[who.refused], who, deps);
    const { verb, label } = chosen;
    const data = readData(chosen.data);
    if (data === null) return tell(pressed, deps.cards.pressUnknown(who.language), who, deps);
    if (chosen.asks && (await askOnce(pressed, who, { verb, label, data }, deps))) return;
    if (await openForm(pressed, who, verb, data, deps)) return;
    await doIt(pressed, who, verb, data, deps);
  };
  const { language } = deps;
  const say = (line: string) => show(pressed, line, language, deps);
  await orSayStoreAway(work, { name: nameOf(pressed), say, language }, deps);
};

/** `asks`: it cannot be undone, and Slack has not asked yet. */
type Chosen = { verb: string; data: string | null | undefined; label: string; asks: boolean };

/** The button, or the line of a "…" menu, that was pressed; null for neither. */
const chosenIn = ({ actions }: Press): Chosen | null => {
  const button = actions.find(({ type }) => type === 'button');
  if (button !== undefined) return { verb: verbOf(button.action_id), data: button.value, label: '', asks: false };
  const line = actions.find(({ type }) => type === 'overflow')?.selected_option ?? null;
  if (line === null) return null;
  // A line that is not ours has no verb, so it is refused like any press that this version does not know.
  const { verb, data, asks } = readMenuValue(line.value) ?? { verb: '', data: null, asks: false };
  return { verb, data, asks, label: line.text.text };
};

/** Asks in a window whether they are sure. True when it was requested. */
const askOnce = async (
  pressed: Press,
  { language }: Person,
  { data, ...asked }: { verb: string; label: string; data: Data },
  deps: TurnDeps,
): Promise<boolean> => {
  const { user, trigger_id: trigger } = pressed;
  if (trigger === undefined) return false;
  const metadata = writeMetadata({ message: messageOf(pressed), home: false, data });
  await openModal(user.id, trigger, renderSureModal(asked, language, metadata), language, deps);
  return true;
};

/** Slack's own id of a press. The App Home has the same view for ever, so a view says nothing about a press. */
const actionOf = ({ trigger_id: trigger, actions }: Press): string | undefined => actions[0]?.action_ts ?? trigger;

/** Identifies a press, because Slack may redeliver it and somebody may replay it. */
const nameOf = (pressed: Press): string => `press.${pressed.user.id}.${actionOf(pressed)}`;

const valuesOf = ({ state, view }: Press): unknown => state?.values ?? view?.state?.values;

/** True when the button belongs to a form and its modal was requested. */
const openForm = async (pressed: Press, who: Person, verb: string, data: Data, deps: TurnDeps): Promise<boolean> => {
  const { user, trigger_id: trigger } = pressed;
  if (trigger === undefined) return false;
  const notice = await noticeFor(verb, data, who, deps.context);
  if (notice === null) return false;
  const card = deps.cards.card(notice, who.language);
  const form = formToOpen(card.actions, verb, data, valuesOf(pressed));
  if (form === null || isWholeWithout(form)) return false;
  const metadata = writeMetadata({ message: messageOf(pressed), home: pressed.view?.type === 'home', data });
  await openModal(user.id, trigger, renderSlackModal(card, form, who.language, metadata), who.language, deps);
  return true;
};

/**
 * True for a form that is shown open in the message and requires none of its fields, such as taking a case without
 * a comment. Not for a form that would clear the fields that were left out: there the modal always opens.
 */
const isWholeWithout = (form: Form): boolean =>
  form.open === true && !('whole' in form.data) && !fieldsOf(form).some(isMissing);

const isMissing = (input: Input): boolean => 'required' in input && input.required && input.value === undefined;

/** The message of a press. */
const messageOf = ({ message, view, user }: Press): string => message?.ts ?? view?.id ?? user.id;

const doIt = async (pressed: Press, from: Person, verb: string, data: Data, deps: TurnDeps): Promise<void> => {
  const whole = { ...readViewValues(valuesOf(pressed)), ...data };
  const delivery = deliveryOf(actionOf(pressed), deps);
  const notDone = await press({ from, message: messageOf(pressed), verb, data: whole, delivery }, deps);
  if (notDone !== null) await tell(pressed, notDone.line, from, deps);
  if (notDone?.code === null) return;
  if (pressed.view?.type === 'home') await publishHome(from, pressed.user.id, deps).catch(deps.onFault);
};

/** Shows the person who pressed a line, once. */
const tell = async (
  pressed: Press,
  line: string,
  { language }: Pick<Person, 'language'>,
  deps: TurnDeps,
): Promise<void> => {
  if (deps.isFirst(nameOf(pressed))) await show(pressed, line, language, deps).catch(deps.onFault);
};

/** Shows a line only to the person who pressed: next to the message, or in a modal over the App Home. */
const show = async (
  { user, channel, view, trigger_id: trigger }: Press,
  line: string,
  language: Language,
  { api, chats }: TurnDeps,
): Promise<void> => {
  if (view != null && trigger !== undefined) return api.openModal(trigger, lineModal(line, language));
  const where = channel?.id ?? (await findOwnChat(user.id, { api, chats }));
  await api.whisper(where, user.id, line);
};
