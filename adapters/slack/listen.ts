import type { AnyMiddlewareArgs, App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { z } from 'zod';
import { openAsking, takeAsking, takeCommand } from './ask.ts';
import { hearDirect, hearMention } from './hear-message.ts';
import { openHome } from './home.ts';
import type { TurnNeeds } from './needs.ts';
import { command, homeOpened, message, press, readPayload, shortcut, submission } from './payloads.ts';
import { pressButton } from './press-button.ts';
import { submitForm } from './submit-form.ts';
import { ASK } from './windows.ts';

/**
 * What Slack brings, and who takes it. What nobody takes is answered politely, and nothing comes of it.
 *
 * One listener takes all: bolt asks every listener about everything and copies it for each, a twentieth of a turn's work.
 */
export const listen = (app: App, needs: TurnNeeds): void => {
  app.use(async (brought) => {
    if ('event' in brought) await EVENTS.get(brought.event.type)?.(brought.body, needs);
    else if ('command' in brought) await takeTyped(brought, needs);
    else if ('shortcut' in brought) await takeShortcut(brought, needs);
    else if ('action' in brought && 'action_id' in brought.action) await takePress(brought, needs);
    else if (isSubmission(brought)) await takeSubmission(brought, needs);
  });
};

const taking =
  <Event>(payload: z.ZodType<{ event: Event }>, take: (event: Event, needs: TurnNeeds) => Promise<void>) =>
  async (body: unknown, needs: TurnNeeds): Promise<void> => {
    const read = readPayload(payload, body);
    if (read !== null) await take(read.event, needs);
  };

/** The events that Sammen listens to; the manifest asks for these. */
export const EVENTS: ReadonlyMap<string, ReturnType<typeof taking>> = new Map([
  ['message', taking(message, hearDirect)],
  ['app_mention', taking(message, hearMention)],
  ['app_home_opened', taking(homeOpened, openHome)],
]);

type Brought<Answer> = { body: unknown; ack(answer?: Answer): Promise<void> };

const takeTyped = async ({ body, ack }: Brought<string>, needs: TurnNeeds): Promise<void> => {
  const read = readPayload(command, body);
  await ack(read === null ? undefined : await takeCommand(read, needs));
};

const takeShortcut = async ({ body, ack }: Brought<never>, needs: TurnNeeds): Promise<void> => {
  await ack();
  const read = readPayload(shortcut, body);
  if (read !== null) await openAsking(read.user.id, read.trigger_id, read.message?.text ?? '', needs);
};

const takePress = async ({ body, ack }: Brought<never>, needs: TurnNeeds): Promise<void> => {
  await ack();
  const read = readPayload(press, body);
  if (read !== null) await pressButton(read, needs);
};

const isSubmission = (brought: AnyMiddlewareArgs): brought is SlackViewMiddlewareArgs<ViewSubmitAction> =>
  'view' in brought && brought.body.type === 'view_submission';

const takeSubmission = async (
  { body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>,
  needs: TurnNeeds,
): Promise<void> => {
  const read = readPayload(submission, body);
  if (read === null) return ack();
  const answer = await (read.view.callback_id === ASK ? takeAsking(read, needs) : submitForm(read, needs));
  await (answer === undefined ? ack() : ack(answer));
};
