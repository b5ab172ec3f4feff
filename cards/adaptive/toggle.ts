import { clean, shorten } from '../clean.ts';
import type { Json } from './json.ts';
import { ADAPTIVE_LIMITS } from './limits.ts';

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
