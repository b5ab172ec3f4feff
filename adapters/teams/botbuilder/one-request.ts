import type { ConnectorClient } from 'botframework-connector';

type Policy = { name: string; sendRequest(request: { timeout: number }, next: (request: object) => unknown): unknown };
type Piped = {
  client: {
    pipeline: {
      getOrderedPolicies(): { name: string }[];
      removePolicy(named: { name: string }): unknown;
      addPolicy(policy: Policy): void;
    };
  };
};

/**
 * Makes the client send one request per call, with a timeout in milliseconds. botbuilder retries 429 and 5xx up to
 * three times, has no timeout, and ignores its options for both. The outbox has its own retry schedule, and a repeated
 * post may duplicate a message.
 */
export const oneRequest = (client: ConnectorClient, timeout: number): ConnectorClient => {
  const { pipeline } = (client as unknown as Piped).client;
  for (const { name } of pipeline.getOrderedPolicies()) if (/retry/i.test(name)) pipeline.removePolicy({ name });
  pipeline.addPolicy({
    name: 'sammenTimeout',
    sendRequest: (request, next) => {
      request.timeout = timeout;
      return next(request);
    },
  });
  return client;
};
