import type { Period } from './periods.ts';
import type { Figures } from './publication.ts';

/**
 * The main figures for HR. `figures` is null until a week has closed. `url` is null in the weekly digest, where a link
 * would expire before it is read.
 */
export type ReportNotice = {
  kind: 'report';
  figures: { weeks: Period; now: Figures; before: Figures | null } | null;
  url: string | null;
};
