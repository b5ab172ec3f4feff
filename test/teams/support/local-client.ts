import { eventually } from '../../support/processes/sandbox.ts';
import { type FakeConnector, type Message, startFakeConnector } from './fake-connector.ts';
import { buttonOf, wordsOn } from './teams-context.ts';

/** A local Bot Framework client, as `TEAMS_LOCAL` lets in: it sends few fields and has no tenant. */
export const localClient = async (name: string, url: () => string) => {
  const connector: FakeConnector = await startFakeConnector();
  let ids = 0;
  const send = async (activity: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url()}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({
        id: `${name}-${++ids}`,
        channelId: 'emulator',
        serviceUrl: connector.serviceUrl,
        from: { id: name, name, role: 'user' },
        recipient: { id: 'sammen', name: 'Sammen', role: 'bot' },
        conversation: { id: `${name}|livechat` },
        locale: 'da-DK',
        ...activity,
      }),
    });
    return { status: response.status, body: (await response.json()) as { value?: unknown } };
  };
  return {
    connector,
    send,
    say: (text: string) => send({ type: 'message', text }),
    press: (verb: string, filledIn: object = {}) => {
      const { message, data } = buttonOf(connector.messages, verb);
      const value = { action: { type: 'Action.Execute', verb, data: { ...data, ...filledIn } } };
      return send({ type: 'invoke', name: 'adaptiveCard/action', replyToId: message.id, value });
    },
    newest: (words: RegExp): Promise<Message> =>
      eventually(
        `${name} reads ${words}`,
        async () => connector.messages.findLast(({ sent }) => words.test(wordsOn(sent))) ?? null,
      ),
  };
};
