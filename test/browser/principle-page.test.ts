import assert from 'node:assert/strict';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, LOOKS } from '../support/processes/browser.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const PDF_PAGES = /\/Type\s*\/Page\b/gu;

describe('the sheet with the week’s principle', function () {
  this.timeout(180_000);

  for (const { name, ...view } of LOOKS) {
    it(`is accessible, ${name}, and prints on one page`, () =>
      inSandbox(async (_sandbox, { url }) => {
        await inBrowser(view, async (page) => {
          for (const language of ['da', 'en']) {
            await page.goto(new URL(`/principle?lang=${language}`, url).href);
            await assertAccessible(page, `${name}, ${language}`);
            assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, language);
            const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
            assert.equal(printed.match(PDF_PAGES)?.length, 1, language);
          }
        });
      }));
  }
});
