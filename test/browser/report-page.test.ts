import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { CLOSED_REPORT_PAGE } from '../../adapters/web/report/closed-report-page.ts';
import { caseId, storyId } from '../../bot/ids.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { openReport, type ReportHouse } from '../report/support.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { aStory } from '../support/fixtures/builders.ts';
import { inBrowser, PHONE, type View, WIDE } from '../support/processes/browser.ts';
import { keyboardOf } from '../support/processes/keyboard.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const { report } = TEXTS.da;
const VIEWS: [string, View][] = [
  ['wide and light', { viewport: WIDE, colorScheme: 'light' }],
  ['wide and dark', { viewport: WIDE, colorScheme: 'dark' }],
  ['on a phone', { viewport: PHONE, colorScheme: 'light' }],
];

const openReportPage = async (page: Page, { link }: Pick<ReportHouse, 'link'>): Promise<void> => {
  await page.goto(link());
  await page.getByRole('button', { name: report.open.button }).click();
  await page.getByRole('heading', { level: 1, name: report.title }).waitFor();
};

const assertFits = (page: Page, { width }: { width: number }) =>
  page
    .evaluate(
      () => (globalThis as unknown as { document: { body: { scrollWidth: number } } }).document.body.scrollWidth,
    )
    .then((scrollWidth) => assert.ok(scrollWidth <= width, `${scrollWidth} > ${width}`));

describe('the report in a browser', function () {
  this.timeout(180_000);
  let reports: ReportHouse;
  before(async () => {
    reports = await openReport();
    const out = { state: 'published', publishedIn: '2026-W47' } as const;
    for (const [nth, language] of (['da', 'en'] as const).entries())
      await reports.setup.store.stories.add(
        aStory({ ...out, _id: storyId(`s${nth}`), case: caseId(`c${nth}`), language }),
      );
  });
  after(() => reports.close());

  for (const [name, view] of VIEWS) {
    it(`passes axe, ${name}: the entry page, each period, each language, the agents`, () =>
      inBrowser(view, async (page) => {
        await page.setContent(CLOSED_REPORT_PAGE.markup);
        await assertAccessible(page, 'the closed page');
        await assertFits(page, view.viewport);
        await page.goto(reports.link());
        await assertAccessible(page, 'the entry page');
        await openReportPage(page, reports);
        for (const path of ['/report?weeks=4', '/report?weeks=12', '/report?weeks=52&lang=en', '/agents']) {
          await page.goto(`${reports.url}${path}`);
          for (const summary of await page.locator('summary').all()) await summary.click();
          await assertAccessible(page, path);
          await assertFits(page, view.viewport);
        }
      }));
  }

  it('works by keyboard: open it, change the period, show the numbers, change the language', () =>
    inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
      await page.goto(reports.link());
      const keyboard = keyboardOf(page, ['nav.periods', 'nav.languages', 'details']);
      // Each link loads a new page, so wait for it before looking for the focus.
      const follow = async (name: string, within?: string): Promise<void> => {
        await keyboard.tabTo(name, within);
        await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      };
      await follow(report.open.button);
      await page.getByRole('heading', { level: 1, name: report.title }).waitFor();
      await follow(report.periods.weeks(4), 'nav.periods');
      await page.locator('nav.periods a[aria-current]', { hasText: report.periods.weeks(4) }).waitFor();
      await keyboard.use(report.tables);
      await page.locator('details[open] table').first().waitFor();
      await follow('English', 'nav.languages');
      await page.getByRole('heading', { level: 1, name: TEXTS.en.report.title }).waitFor();
    }));

  it('needs no script: without scripts the browser shows the same text', () =>
    inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page, context) => {
      await openReportPage(page, reports);
      const text = async (shown: Page) => ((await shown.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
      const withScript = await text(page);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setScriptExecutionDisabled', { value: true });
      await page.reload();
      const markup = await page.content();
      assert.doesNotMatch(markup, /<script/);
      assert.ok((await page.locator('figure svg').count()) >= 8);
      await session.send('Emulation.setScriptExecutionDisabled', { value: false });
      assert.equal(await text(page), withScript);
    }));

  it('opens from the sandbox chat, which answers only its own pages', () =>
    inSandbox(async (sandbox) =>
      inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
        const hr =
          (await sandbox.people()).find(({ roles }) => roles.includes('hr'))?.id ?? assert.fail('nobody is HR');
        await sandbox.say(hr, 'rapport');
        const link = (await sandbox.messages(hr)).at(-1)?.text.split('\n').at(-1) ?? '';
        await openReportPage(page, { link: () => link });
      }),
    ));
});
