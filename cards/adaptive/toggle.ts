import { clean, shorten } from '../clean.ts';
import type { Json } from './json.ts';
import { ADAPTIVE_LIMITS } from './limits.ts';

/** A button for each of these parts of the card, which shows it and hides the others. */
export const switches = (parts: readonly { label: string; id: string }[]): Json => ({
  type: 'ActionSet',
  actions: parts.map(({ label, id }) => ({
    type: 'Action.ToggleVisibility',
    title: shorten(clean(label), ADAPTIVE_LIMITS.label, '…'),
    // Its own part comes first: that is what a screen reader is told of.
    targetElements: [
      { elementId: id, isVisible: true },
      ...parts.filter((part) => part.id !== id).map((part) => ({ elementId: part.id, isVisible: false })),
    ],
  })),
});

/** A button that shows and hides a part of the card. */
export const toggle = (label: string, elementId: string): Json => ({
  type: 'ActionSet',
  actions: [
    {
      type: 'Action.ToggleVisibility',
      title: shorten(clean(label), ADAPTIVE_LIMITS.label, '…'),
      targetElements: [{ elementId }],
    },
  ],
});
