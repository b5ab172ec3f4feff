/** The chart colours. In dark mode the style sheet replaces each with the one of the same name. */
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

/** CSS that overrides the chart colours in dark mode: rules take precedence over the attributes that charts use. */
export const nightColours = (Object.keys(INK) as (keyof typeof INK)[])
  .map((name) => `svg [fill="${INK[name]}"]{fill:${NIGHT[name]}}svg [stroke="${INK[name]}"]{stroke:${NIGHT[name]}}`)
  .join('');
