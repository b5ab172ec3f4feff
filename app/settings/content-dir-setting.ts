import { faultOfContentDir } from '../content/content-sources.ts';
import type { Given } from './given.ts';

/** The folder with the municipality's own content files; null when it is not set. Adds a fault when it cannot be read. */
export const contentDirSetting = (given: Given, faults: string[]): string | null => {
  const contentDir = given('CONTENT_DIR');
  const fault = contentDir === null ? null : faultOfContentDir(contentDir);
  if (fault !== null) faults.push(fault);
  return contentDir;
};
