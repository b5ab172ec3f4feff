import type { Figures, Period } from './publication.ts';

/**
 * The main figures for HR. `figures` null: no week has closed yet. With a `url` it was asked for; without one it is the
 * week's digest, for a link would be dead before it is read.
 */
export type ReportNotice = {
  kind: 'report';
  figures: { weeks: Period; now: Figures; before: Figures | null } | null;
  url: string | null;
};
