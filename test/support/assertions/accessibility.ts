import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Found = { violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[] };

/** axe-core with all its rules finds nothing on the page as it stands. */
export const nothingForAxe = async (page: Page, where: string): Promise<void> => {
  // Contrast is measured on what is painted: nothing may be on its way in or out.
  await page.evaluate(() =>
    Promise.all(
      (globalThis as unknown as { document: { getAnimations(): { finished: Promise<unknown> }[] } }).document
        .getAnimations()
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<Found> } }).axe.run(),
  );
  const finds = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${String(target)}: ${failureSummary ?? ''}`),
  );
  assert.deepEqual(finds, [], where);
};
