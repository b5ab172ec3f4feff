import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { TEXTS } from '../../cards/texts/texts.ts';
import { openReport, type ReportHouse } from '../report/support.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, PHONE, type View, WIDE } from '../support/processes/browser.ts';
import { keyboardOf } from '../support/processes/keyboard.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const { report } = TEXTS.da;
const VIEWS: [string, View][] = [
  ['wide and light', { viewport: WIDE, colorScheme: 'light' }],
  ['wide and dark', { viewport: WIDE, colorScheme: 'dark' }],
  ['on a phone', { viewport: PHONE, colorScheme: 'light' }],
];

const goIn = async (page: Page, { link }: Pick<ReportHouse, 'link'>): Promise<void> => {
  await page.goto(link());
  await page.getByRole('button', { name: report.open.button }).click();
  await page.getByRole('heading', { level: 1, name: report.title }).waitFor();
};

const fitsIn = (page: Page, { width }: { width: number }) =>
  page
    .evaluate(
      () => (globalThis as unknown as { document: { body: { scrollWidth: number } } }).document.body.scrollWidth,
    )
    .then((scrolled) => assert.ok(scrolled <= width, `${scrolled} > ${width}`));

describe('the report in a browser', function () {
  this.timeout(180_000);
  let at: ReportHouse;
  before(async () => {
    at = await openReport();
  });
  after(() => at.close());

  for (const [name, view] of VIEWS) {
    it(`has nothing for axe, ${name}: the way in, each period, each language, the agents`, () =>
      inBrowser(view, async (page) => {
        await page.goto(at.link());
        await assertAccessible(page, 'the way in');
        await goIn(page, at);
        for (const path of ['/report?weeks=4', '/report?weeks=12', '/report?weeks=52&lang=en', '/agents']) {
          await page.goto(`${at.url}${path}`);
          for (const one of await page.locator('summary').all()) await one.click();
          await assertAccessible(page, path);
          await fitsIn(page, view.viewport);
        }
      }));
  }

  it('is walked by keyboard: in, to another period, to the numbers, to another language', () =>
    inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
      await page.goto(at.link());
      const keyboard = keyboardOf(page, ['nav.periods', 'nav.languages', 'details']);
      // Another page comes, so the focus is looked for there.
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

  it('needs no script: a browser without says the same', () =>
    inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page, context) => {
      await goIn(page, at);
      const text = async (one: Page) => ((await one.locator('body').textContent()) ?? '').replace(/\s+/g, ' ');
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

  it('is reached from the chat of the sandbox, which answers to pages of its own only', () =>
    inSandbox(async (sandbox) =>
      inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
        const hr =
          (await sandbox.people()).find(({ roles }) => roles.includes('hr'))?.id ?? assert.fail('nobody is HR');
        await sandbox.say(hr, 'rapport');
        const link = (await sandbox.messages(hr)).at(-1)?.text.split('\n').at(-1) ?? '';
        await goIn(page, { link: () => link });
      }),
    ));
});
