import type { Given } from './given.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Where platforms write to. Whoever copies the address from there copies this, too. */
const ROUTE = /\/(?:api\/messages|slack\/events)\/*$/i;
const SUCH_AS = 'Give it whole, such as https://sammen.example.dk.';

/**
 * The address that people reach Sammen on, without a slash at its end, because links begin with it. Null when it is not
 * set, which the sandbox alone allows: it uses the address it listens on.
 */
export const publicUrlSetting = (given: Given, sandbox: boolean, faults: string[]): string | null => {
  const text = given('PUBLIC_URL');
  if (text === null) {
    if (!sandbox)
      faults.push('PUBLIC_URL is missing. Give the address people reach Sammen on, such as https://sammen.example.dk.');
    return null;
  }
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:\/\/[^\s/]/i.test(text)) {
    faults.push(`PUBLIC_URL is no address. ${SUCH_AS}`);
    return null;
  }
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(url.hostname))
    faults.push(`PUBLIC_URL names a host that cannot exist; it takes one address. ${SUCH_AS}`);
  if (ROUTE.test(url.pathname))
    faults.push(
      'PUBLIC_URL holds the path that Teams or Slack write to, and links could not begin with it. Take it away; what the platform is given ends in it.',
    );
  if (url.search !== '' || url.hash !== '' || /[?#]$/.test(text))
    faults.push(
      'PUBLIC_URL ends in a query or a fragment, and links could not begin with it. Take away what follows the "?" or "#".',
    );
  if (url.username !== '' || url.password !== '')
    faults.push('PUBLIC_URL holds a user or a password, which everybody would read in links. Take them away.');
  if (url.protocol === 'http:' && !sandbox && !LOOPBACK.has(url.hostname))
    faults.push(
      'PUBLIC_URL begins with http, so links with a secret in them could be read on their way. Give an https address.',
    );
  return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '');
};
