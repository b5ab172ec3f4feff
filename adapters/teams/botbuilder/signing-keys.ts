import { AuthenticationError } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';

const SERVER_ERROR = 500;

/** Keys that are fetched once at a time already: botbuilder keeps one for each address. */
const watched = new WeakSet<object>();

/**
 * Makes botbuilder fetch Microsoft's signing keys once at a time. It notes the moment of a fetch before it has read the
 * keys: whoever asks in between, or for an hour after a fetch that broke off just then, would be told that the key is
 * unknown. A valid request would be answered with 401, and Teams does not send it again.
 * @param openIdMetadata the address under which botbuilder keeps the keys, for the whole process
 * @param timeout milliseconds for a fetch; it has none of its own
 */
export const fetchKeysOnceAtATime = (openIdMetadata: string, timeout: number): void => {
  const keys = new JwtTokenExtractor({}, openIdMetadata, []).openIdMetadata;
  if (watched.has(keys)) return;
  watched.add(keys);
  const getKey = keys.getKey.bind(keys);
  let before: Promise<unknown> = Promise.resolve();
  keys.getKey = (id) => {
    const mine = before.then(async () => {
      try {
        return await within(timeout, getKey(id));
      } catch (error) {
        // The next request fetches them again.
        Object.assign(keys, { lastUpdated: 0 });
        throw error;
      }
    });
    before = mine.catch(() => undefined);
    return mine;
  };
};

const within = async <T>(timeout: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AuthenticationError('the keys did not come in time', SERVER_ERROR)), timeout);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
