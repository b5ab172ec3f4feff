import assert from 'node:assert/strict';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, LOOKS } from '../support/processes/browser.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const PAGES = ['agents', 'agents?q=idé', 'agents?q=bassin', 'accessibility', 'terms'];

describe('the pages for everybody', function () {
  this.timeout(180_000);

  for (const { name, ...view } of LOOKS) {
    it(`are accessible, ${name}, and can be searched with a keyboard`, () =>
      inSandbox(async (_sandbox, { url }) => {
        await inBrowser(view, async (page) => {
          for (const path of PAGES) {
            for (const language of ['da', 'en']) {
              await page.goto(new URL(`/${path}${path.includes('?') ? '&' : '?'}lang=${language}`, url).href);
              await assertAccessible(page, `${path}, ${name}, ${language}`);
              assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, path);
              if (process.env.CARD_SHEET)
                await page.screenshot({
                  path: `${process.env.CARD_SHEET}/${path.replace(/\W/g, '-')}-${view.colorScheme}-${language}.png`,
                  fullPage: true,
                });
            }
          }
          await page.goto(new URL('/agents?lang=da', url).href);
          const all = await page.locator('.people > li').count();
          await page.getByRole('searchbox').fill('idé');
          await page.getByRole('searchbox').press('Enter');
          await page.waitForURL(/q=id/u);
          const found = await page.locator('.people > li').count();
          assert.ok(found > 0 && found <= all, `${found} of ${all}`);
          assert.equal(await page.getByRole('searchbox').inputValue(), 'idé');
          await page.getByRole('link', { name: 'Tilgængelighed' }).press('Enter');
          await page.waitForURL(/accessibility/u);
        });
      }));
  }
});
