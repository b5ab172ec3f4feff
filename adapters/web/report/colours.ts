/** The colours charts are drawn in. The style sheet knows them by these names and puts others in their place at night. */
export const INK = {
  text: '#1c2420',
  quiet: '#59635c',
  line: '#dcdad0',
  now: '#1d6b4f',
  before: '#c3b899',
} as const;

const NIGHT: Record<keyof typeof INK, string> = {
  text: '#ecebe3',
  quiet: '#a9b0a7',
  line: '#38403a',
  now: '#6cc29b',
  before: '#6b6650',
};

/** Charts carry their colours in attributes, which rules of a style sheet win over. */
export const nightColours = (Object.keys(INK) as (keyof typeof INK)[])
  .map((name) => `svg [fill="${INK[name]}"]{fill:${NIGHT[name]}}svg [stroke="${INK[name]}"]{stroke:${NIGHT[name]}}`)
  .join('');
