import { EMOJI_TABLE } from './emoji-table.ts';

const EMOJI: ReadonlyMap<string, string> = new Map(
  EMOJI_TABLE.split(',').flatMap((entry) => {
    const [emoji = '', ...names] = entry.trim().split(' ');
    return names.map((name): [string, string] => [name, emoji]);
  }),
);

/** `:name:`, with a skin tone when one was chosen, or two for two people. */
const NAMED = /:([\p{L}\p{N}_+'-]{1,100})(?:::skin-tone-([2-6])(?:-([2-6]))?)?:/gu;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
/** Each person or hand, but not the joined hands between two people. */
const TAKES_TONE = /(?!(?<=\u200D)🤝)\p{Emoji_Modifier_Base}\uFE0F?/gu;
/** Slack's tone 2 is the first of Unicode's five. */
const FIRST_TONE = 0x1f3fb;

/** The emoji that Slack sends as names. A workspace's own emoji is a picture that exists nowhere else, so it goes. */
export const withEmoji = (text: string): string =>
  text.replace(NAMED, (whole: string, name: string, one: string, two: string, at: number) => {
    const standsAlone = !WORD.test(text.charAt(at - 1)) && !WORD.test(text.charAt(at + whole.length));
    const isNumber = !LETTER.test(name) && WORD.test(name);
    // "10:30:45" holds no emoji, although `:100:` is one.
    if (isNumber && !standsAlone) return whole;
    const emoji = EMOJI.get(name);
    if (emoji !== undefined) return toned(emoji, [one, two]);
    return isNumber || !standsAlone ? whole : '';
  });

const toned = (emoji: string, [first, second]: [string?, string?]): string => {
  if (first === undefined) return emoji;
  let people = 0;
  return emoji.replace(TAKES_TONE, (person) => {
    const tone = Number(people++ === 0 ? first : (second ?? first));
    return `${person.replace('\uFE0F', '')}${String.fromCodePoint(FIRST_TONE + tone - 2)}`;
  });
};
