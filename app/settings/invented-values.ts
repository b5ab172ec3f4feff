import { z } from 'zod';

/** What `content/organisation.json` invents. Outside the sandbox people would call these numbers. */
const INVENTED_NUMBERS: ReadonlySet<string> = new Set(['70000001', '70000002', '70000003', '70000004', '70000005']);
const INVENTED_TOWN = /lillek(?:ø|oe)bing/iu;
const INVENTED_GREETER = 'lone i hr';
/** Domains that RFC 2606 and RFC 6761 keep for examples and tests: nobody ever answers there. */
const RESERVED_DOMAIN = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/iu;

/**
 * Why this value cannot stand in a municipality's own file, with the mend; null when it can.
 * @param key the name of the value in its object
 */
const faultOf = (key: string, value: string): string | null => {
  const text = value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (INVENTED_NUMBERS.has(danishDigits(text)))
    return `is ${JSON.stringify(text)}, a number invented for the sandbox. Write the real one, because Sammen gives it to people in need.`;
  if (key === 'welcomeFrom' && text.toLowerCase() === INVENTED_GREETER)
    return 'is the name invented for the sandbox. Write who welcomes people, with a whole name.';
  if (INVENTED_TOWN.test(text))
    return `is ${JSON.stringify(text)}, which names the town invented for the sandbox. Write your own.`;
  if (RESERVED_DOMAIN.test(domainIn(text)))
    return `is ${JSON.stringify(text)}, an address at which nobody can ever answer. Write the real address.`;
  return null;
};

/** The digits of a phone number without signs and Denmark's country code. */
const danishDigits = (text: string): string => text.replace(/[\s().-]/gu, '').replace(/^(?:\+|00)45/u, '');

/** The domain of a web or e-mail address; empty for any other text. */
const domainIn = (text: string): string => {
  if (/^https?:/iu.test(text) && URL.canParse(text)) return new URL(text).hostname;
  return /^[^\s@]+@([^\s@]+)$/u.exec(text)?.[1] ?? '';
};

type Text = { path: PropertyKey[]; value: string };

const textsIn = (json: unknown, path: PropertyKey[] = []): Text[] => {
  if (typeof json === 'string') return [{ path, value: json }];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => textsIn(value, [...path, key]));
};

/** The organisation's file without the values that are invented for the sandbox; `note` is for people only. */
export const withoutInventedValues = z.unknown().superRefine((json, context) => {
  for (const { path, value } of textsIn(json)) {
    if (path[0] === 'note') continue;
    const message = faultOf(String(path.at(-1)), value);
    if (message !== null) context.addIssue({ code: 'custom', path, message });
  }
});
