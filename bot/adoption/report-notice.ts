import type { AdoptionDeps } from './deps.ts';
import type { ReportNotice } from './notice.ts';
import type { Period } from './publication.ts';

/** As the report opens: long enough to say something, short enough to be about now. */
const IN_CHAT: Period = 12;

export const reportNotice = async (
  { rollups }: Pick<AdoptionDeps, 'rollups'>,
  url: string | null,
): Promise<ReportNotice> => {
  const publication = await rollups.lastPublished();
  return { kind: 'report', figures: publication?.periods.find(({ weeks }) => weeks === IN_CHAT) ?? null, url };
};
