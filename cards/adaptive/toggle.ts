import { clean, shorten } from '../clean.ts';
import type { Json } from './json.ts';
import { ADAPTIVE_LIMITS } from './limits.ts';

type Target = { elementId: string; isVisible?: boolean };

const toggling = (label: string, targetElements: Target[]): Json => ({
  type: 'Action.ToggleVisibility',
  title: shorten(clean(label), ADAPTIVE_LIMITS.label, '…'),
  targetElements,
});

/** Shows and hides a part of the card. */
export const toggleAction = (label: string, elementId: string): Json => toggling(label, [{ elementId }]);

/** A row with the one button that shows and hides a part of the card. */
export const toggle = (label: string, elementId: string): Json => ({
  type: 'ActionSet',
  actions: [toggleAction(label, elementId)],
});

/** A button for each of these parts of the card, which shows it and hides the others. */
export const switches = (parts: readonly { label: string; id: string }[]): Json => ({
  type: 'ActionSet',
  actions: parts.map(({ label, id }) =>
    toggling(label, [
      // Its own part comes first: that is what a screen reader is told of.
      { elementId: id, isVisible: true },
      ...parts.filter((part) => part.id !== id).map((part) => ({ elementId: part.id, isVisible: false })),
    ]),
  ),
});
