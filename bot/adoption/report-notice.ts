import type { AdoptionDeps } from './deps.ts';
import type { ReportNotice } from './notice.ts';
import type { Period } from './periods.ts';

/** The period in chat, the same one the report opens with: long enough for a pattern, short enough to be current. */
const CHAT_PERIOD: Period = 12;

export const reportNotice = async (
  { rollups }: Pick<AdoptionDeps, 'rollups'>,
  url: string | null,
): Promise<ReportNotice> => {
  const publication = await rollups.lastPublished();
  return { kind: 'report', figures: publication?.periods.find(({ weeks }) => weeks === CHAT_PERIOD) ?? null, url };
};
