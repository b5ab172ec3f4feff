import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { TEXTS } from '../../cards/texts/texts.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { askAndAccept, DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import { inBrowser, PHONE, WIDE } from '../support/processes/browser.ts';
import { keyboardOf } from '../support/processes/keyboard.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

const { actions, blocks, sure } = TEXTS.da;
const MODAL = '#window';
const IN_SLACK = '#slack';

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = (
      globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
    ).document.documentElement;
    return scrollWidth - clientWidth;
  });

describe('the page that previews a message in Teams and in Slack', function () {
  this.timeout(180_000);

  for (const [colorScheme, viewport] of [
    ['light', WIDE],
    ['dark', PHONE],
  ] as const) {
    it(`opens from the chat and shows both platforms and their modals, ${colorScheme}, ${viewport.width} wide`, () =>
      inSandbox(async (sandbox, { url }) => {
        const { agent, asker } = await askAndAccept(sandbox);
        await inBrowser({ viewport, colorScheme }, async (chat, context) => {
          await chat.goto(`${url}/#person=${agent}`);
          const opened = context.waitForEvent('page');
          await chat.locator('.message:last-child').getByRole('link', { name: 'Se den i Teams og Slack' }).click();
          const page = await opened;
          await page.locator(`${IN_SLACK} button`).first().waitFor();
          for (const place of ['#teams', IN_SLACK]) await page.locator(place).getByText(DILEMMA).waitFor();
          await assertAccessible(page, 'both previews');
          assert.equal(await tooWide(page), 0, 'nothing overflows at the side');

          const keyboard = keyboardOf(page, [IN_SLACK, MODAL]);
          await keyboard.use(actions.answer.label, IN_SLACK);
          await page.locator(MODAL).getByRole('heading', { name: actions.answer.label }).waitFor();
          await assertAccessible(page, 'the modal of a form');
          const field = (name: string) => page.locator(`${MODAL} [data-field="answer-case.${name}"]`);
          await field('text').fill('Prøv det i det små.');
          await field('outcome').selectOption('small-trial');
          await field('trial').waitFor();
          assert.equal(await field('text').inputValue(), 'Prøv det i det små.', 'what was typed stays');
          await keyboard.tabTo(new RegExp(`^${actions.answer.text}`), MODAL);
          await keyboard.use(blocks.cancel, MODAL);
          await page.locator(MODAL).waitFor({ state: 'hidden' });
          await keyboard.use(/^Send til /, IN_SLACK);
          await page.locator('#status', { hasText: 'blev ikke sendt' }).waitFor();

          const { id } =
            (await sandbox.messages(asker)).findLast(({ card }) => card !== null) ?? assert.fail('no card');
          await page.goto(`${url}/slack-preview?person=${asker}&message=${encodeURIComponent(id)}`);
          await keyboard.use('Flere valg', IN_SLACK);
          await page.getByRole('menuitem', { name: actions.withdraw }).waitFor();
          await keyboard.press('End');
          await keyboard.press('Enter');
          await page.locator(MODAL).getByText(sure.question).waitFor();
          await keyboard.press('Escape');
          await page.locator(MODAL).waitFor({ state: 'hidden' });
          assert.notEqual(await sandbox.find(asker, 'withdraw-case'), null, 'nothing was sent');
        });
      }));
  }

  it('renders what people wrote as plain text, and reports a message that does not exist', () =>
    inSandbox(async (sandbox, { url }) => {
      const hostile = '<img src=x onerror="document.title=1"> <!channel> *fed*';
      const asker = await sandbox.addPerson({ name: '<b>Alma</b>', unit: 'Skole' });
      await sandbox.say(asker, `${DILEMMA} ${hostile}`);
      const { id } = (await sandbox.messages(asker)).findLast(({ card }) => card !== null) ?? assert.fail('no card');
      await inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
        await page.goto(`${url}/slack-preview?person=${asker}&message=${encodeURIComponent(id)}`);
        await page.locator(IN_SLACK).getByText(hostile).waitFor();
        await page.locator('#whose', { hasText: '<b>Alma</b>' }).waitFor();
        assert.equal(await page.locator('#forms img, #whose b').count(), 0);
      });
      await inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
        await page.goto(`${url}/slack-preview?person=${asker}&message=nothing`);
        await page.locator('#status', { hasText: 'findes ikke' }).waitFor();
        assert.equal(await page.locator('#forms').isVisible(), false);
      }).catch((error: Error) => {
        // The browser itself logs every 404 response.
        if (!/^the page reported: (?:Failed to load resource[^;]*404[^;]*(?:; )?)+$/.test(error.message)) throw error;
      });
    }));
});
