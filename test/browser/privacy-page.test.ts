import assert from 'node:assert/strict';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, PHONE, WIDE } from '../support/processes/browser.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

describe('the page on what Sammen keeps', function () {
  this.timeout(180_000);

  for (const [name, viewport, colorScheme] of [
    ['wide and light', WIDE, 'light'],
    ['on a phone in the dark', PHONE, 'dark'],
  ] as const) {
    it(`is accessible, ${name}, and leads to the other language`, () =>
      inSandbox(async (_sandbox, { url }) => {
        await inBrowser({ viewport, colorScheme }, async (page) => {
          await page.goto(new URL('/privacy', url).href);
          await assertAccessible(page, `${name}, da`);
          if (process.env.CARD_SHEET)
            await page.screenshot({ path: `${process.env.CARD_SHEET}/privacy-${colorScheme}.png`, fullPage: true });
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
          await page.getByRole('link', { name: 'In English' }).press('Enter');
          assert.equal(await page.locator('html').getAttribute('lang'), 'en');
          await assertAccessible(page, `${name}, en`);
        });
      }));
  }
});
