import type { App } from '@slack/bolt';
import { openAsking, takeAsking, takeCommand } from './ask.ts';
import { hearDirect, hearMention } from './hear-message.ts';
import { openHome } from './home.ts';
import type { TurnNeeds } from './needs.ts';
import { command, homeOpened, message, press, readPayload, shortcut, submission } from './payloads.ts';
import { pressButton } from './press-button.ts';
import { submitForm } from './submit-form.ts';
import { ASK } from './windows.ts';

/** What Slack brings, and who takes it. What nobody takes is answered politely, and nothing comes of it. */
export const listen = (app: App, needs: TurnNeeds): void => {
  app.event('message', async ({ body }) => {
    const read = readPayload(message, body);
    if (read !== null) await hearDirect(read.event, needs);
  });
  app.event('app_mention', async ({ body }) => {
    const read = readPayload(message, body);
    if (read !== null) await hearMention(read.event, needs);
  });
  app.event('app_home_opened', async ({ body }) => {
    const read = readPayload(homeOpened, body);
    if (read !== null) await openHome(read.event, needs);
  });
  app.command(/^\/.+/u, async ({ body, ack }) => {
    const read = readPayload(command, body);
    const line = read === null ? undefined : await takeCommand(read, needs);
    await ack(line);
  });
  app.shortcut(/.*/u, async ({ body, ack }) => {
    await ack();
    const read = readPayload(shortcut, body);
    if (read !== null) await openAsking(read.user.id, read.trigger_id, read.message?.text ?? '', needs);
  });
  app.action(/.*/u, async ({ body, ack }) => {
    await ack();
    const read = readPayload(press, body);
    if (read !== null) await pressButton(read, needs);
  });
  app.view({ callback_id: /.*/u, type: 'view_submission' }, async ({ body, ack }) => {
    const read = readPayload(submission, body);
    if (read === null) return ack();
    const answer = await (read.view.callback_id === ASK ? takeAsking(read, needs) : submitForm(read, needs));
    await (answer === undefined ? ack() : ack(answer));
  });
};
