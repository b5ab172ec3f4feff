import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

type AxeResult = { violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[] };

/** Asserts that axe-core, with all its rules, finds no violation on the page as currently shown. */
export const assertAccessible = async (page: Page, where: string): Promise<void> => {
  // axe measures contrast on the painted page, so wait for all animations to end.
  await page.evaluate(() =>
    Promise.all(
      (globalThis as unknown as { document: { getAnimations(): { finished: Promise<unknown> }[] } }).document
        .getAnimations()
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  await page.evaluate(axe.source);
  // axe spends most of its time on finding a selector for each element that passes, unless only violations are asked for.
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }).axe.run({
      resultTypes: ['violations'],
    }),
  );
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${String(target)}: ${failureSummary ?? ''}`),
  );
  assert.deepEqual(findings, [], where);
};
