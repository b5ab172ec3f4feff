import assert from 'node:assert/strict';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, LOOKS } from '../support/processes/browser.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

describe('the page on what Sammen keeps', function () {
  this.timeout(180_000);

  for (const { name, ...view } of LOOKS) {
    it(`is accessible, ${name}, and leads to the other language`, () =>
      inSandbox(async (_sandbox, { url }) => {
        await inBrowser(view, async (page) => {
          await page.goto(new URL('/privacy', url).href);
          await assertAccessible(page, `${name}, da`);
          if (process.env.CARD_SHEET)
            await page.screenshot({
              path: `${process.env.CARD_SHEET}/privacy-${view.colorScheme}.png`,
              fullPage: true,
            });
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          await page.getByRole('link', { name: 'In English' }).press('Enter');
          assert.equal(await page.locator('html').getAttribute('lang'), 'en');
          await assertAccessible(page, `${name}, en`);
        });
      }));
  }
});
