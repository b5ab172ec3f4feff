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
 * botbuilder retries 429 and 5xx up to three times and has no time-out; its options for both are ignored. The sender
 * has a schedule of its own, and a repeated post may double a message: so one request, with an end.
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
