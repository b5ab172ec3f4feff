import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** This machine and private networks. Whoever writes from there may be our own reverse proxy. */
const NEAR = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  NEAR.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NEAR.addSubnet(network, bits, 'ipv6');

const MAX_PROXIES = 5;

/**
 * The address that limits count (docs/rules.md, "Limits on requests"). `forwarded` is the header X-Forwarded-For. It is
 * believed only as far as each address that passed it on is in a private network, so nobody outside chooses the address
 * they count as. An IPv6 address counts as its /64, which is what one customer has.
 */
export const clientAddress = (remote: string, forwarded: string | undefined): string => {
  let client = bare(remote) ?? remote;
  if (forwarded !== undefined)
    for (const passedOn of forwarded.split(',').slice(-MAX_PROXIES).reverse()) {
      const before = isNear(client) ? bare(passedOn) : null;
      if (before === null) break;
      client = before;
    }
  return isIPv6(client) ? networkOf(client) : client;
};

const isNear = (address: string): boolean => NEAR.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** An address without the port that some proxies add, and without IPv6 around IPv4; null when it is none. */
const bare = (text: string): string | null => {
  const trimmed = text.trim();
  const alone = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const address = alone.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIPv4(address) || isIPv6(address) ? address : null;
};

/** The first four groups. */
const networkOf = (address: string): string => {
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const filled =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - after.length).fill('0'), ...after];
  return `${filled
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};
