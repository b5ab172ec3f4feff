// @ts-check
/**
 * The appearance of Adaptive Cards. Colours are CSS variables (cards.css), so that switching between light and dark
 * does not redraw the cards, which would lose what somebody is typing.
 */

/** @param {string} name @param {string} [subtle] */
const colour = (name, subtle = name) => ({ default: `var(--card-${name})`, subtle: `var(--card-${subtle})` });

const foregroundColors = {
  default: colour('text', 'text-soft'),
  dark: colour('text', 'text-soft'),
  light: colour('text-soft'),
  accent: colour('accent'),
  good: colour('good'),
  warning: colour('warning'),
  attention: colour('attention'),
};

/** @param {string} style */
const container = (style) => ({ backgroundColor: `var(--card-bg-${style})`, foregroundColors });

const label = { size: 'default', weight: 'bolder' };

export const HOST_CONFIG = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  spacing: { small: 6, default: 12, medium: 16, large: 24, extraLarge: 32, padding: 18 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 14, default: 15, medium: 17, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 20, default: 23, medium: 24, large: 28, extraLarge: 32 },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: container('default'),
    emphasis: container('emphasis'),
    accent: container('accent'),
    good: container('good'),
    attention: container('attention'),
    warning: container('warning'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { ...label, suffix: ' *', suffixColor: 'attention' },
      optionalInputs: label,
    },
    errorMessage: { size: 'small', color: 'attention', weight: 'bolder' },
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: true },
  factSet: {
    title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 170 },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 8,
  },
  // The page uses h1 (Sammen) and h2 (the person), so a card's heading is h3.
  textBlock: { headingLevel: 3 },
};
