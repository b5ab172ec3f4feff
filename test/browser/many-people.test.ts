import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openEmbedded } from '../../adapters/store/embedded/open-embedded.ts';
import { createChance } from '../../app/demo/chance.ts';
import { makePeople } from '../../app/demo/demo-people.ts';
import { openStore } from '../../app/open-store.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { content } from '../support/fixtures/content.ts';
import { DILEMMA } from '../support/fixtures/sandbox-cases.ts';
import { inBrowser, PHONE, WIDE } from '../support/processes/browser.ts';
import { keyboardOf } from '../support/processes/keyboard.ts';
import { startSammen } from '../support/processes/running-sammen.ts';
import { beginOnTuesday, type Sandbox, sandboxAt } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

/** A sandbox with the two thousand colleagues of the demo years, without the years, which take a minute to make. */
const inTown = (test: (sandbox: Sandbox, url: string) => Promise<void>): Promise<void> =>
  inTempFolder(async (folder) => {
    const database = await openEmbedded(folder);
    const { organisation } = content;
    const { people } = await openStore(database, 'sandbox', organisation.closedDays);
    await Promise.all([...content.demoPeople(), ...makePeople(createChance(1))].map((one) => people.add(one)));
    await beginOnTuesday(database);
    const running = await startSammen(folder);
    try {
      await test(
        sandboxAt(() => running.url),
        running.url,
      );
    } finally {
      await running.stop();
    }
  });

/** The paths of the sandbox's API that the page asked for, in order. */
const callsOf = (page: Page): string[] => {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/sandbox/') && !pathname.startsWith('/sandbox/page/')) calls.push(pathname);
  });
  return calls;
};

const isQuiet = (page: Page): Promise<unknown> => page.locator('#people .badge').first().waitFor({ state: 'attached' });

describe('the sandbox page with two thousand people', function () {
  this.timeout(300_000);

  it('opens with a handful of requests, finds Lone at once, and shows the clock', () =>
    inTown(async (sandbox, url) => {
      await sandbox.say('bo', 'hjælp');
      await inBrowser({ viewport: WIDE, colorScheme: 'light' }, async (page) => {
        const calls = callsOf(page);
        await page.goto(url);
        await isQuiet(page);
        assert.ok(calls.length <= 8, calls.join(' '));
        assert.equal(calls.filter((path) => path === '/sandbox/news').length, 1);
        assert.equal(await page.locator('#lost').isVisible(), false, 'no banner');
        assert.match((await page.locator('#now').textContent()) ?? '', /^tirsdag 24\. november kl\. 10\.0\d$/);
        assert.ok((await page.locator('#people a').count()) <= 101);
        assert.match((await page.locator('#hidden').textContent()) ?? '', /^1\d{3} kolleger mere/);
        const [first, second] = await page.locator('#people section:nth-of-type(2) .name').allTextContents();
        assert.deepEqual([first, second], ['Lone Vestergaard', 'Karen Skov'], 'HR, then admins');
        await assertAccessible(page, 'a long list');

        const keyboard = keyboardOf(page, ['#side', '#composer']);
        await keyboard.tabTo(TEXT.searchFor, '#side');
        await keyboard.type('lone');
        await keyboard.press('Enter');
        await page.locator('#who', { hasText: 'Lone Vestergaard' }).waitFor();
        assert.equal(await page.locator('#search').inputValue(), '');

        const before = calls.length;
        await page.locator('#next-morning').click();
        await page.locator('#status', { hasText: 'Alt, der skulle ske, er sket.' }).waitFor();
        assert.match((await page.locator('#now').textContent()) ?? '', /^onsdag 25\. november kl\. 09\.0\d$/);
        assert.ok(calls.length - before < 30, calls.slice(before).join(' '));
      });
    }));

  it('asks for the news of everybody together when a job writes to them all', () =>
    inTown(async (sandbox, url) =>
      inBrowser({ viewport: PHONE, colorScheme: 'dark', hasTouch: true, isMobile: true }, async (page) => {
        const calls = callsOf(page);
        await page.goto(url);
        await page.locator('#you-are', { hasText: 'Signe' }).waitFor();
        for (const person of ['bo', 'karen', 'amina', 'torben', 'yusuf', 'lone'])
          await sandbox.say(person, 'principper');
        await page.locator('#next b', { hasText: /og \d+ til/ }).waitFor();
        // The clock writes to everybody meanwhile, too: no chat is fetched but the one on screen.
        const fetched = calls.filter((path) => path === '/sandbox/messages');
        assert.ok(fetched.length <= 4, calls.join(' '));
        await page.locator('#show-people').click();
        await assertAccessible(page, 'the people on a phone');
        await page.locator('#search').fill('lone');
        await page.locator('#people a').click();
        await page.locator('#you-are', { hasText: 'Lone Vestergaard' }).waitFor();
        assert.equal(await page.locator('#side').isVisible(), false, 'it closes after a choice');
        await page.locator('.messages:not([hidden]) .message').first().waitFor();
      }),
    ));
});

const TEXT = { searchFor: 'Søg efter navn, afdeling eller rolle' };

describe('the sandbox page in the hand of a reader', function () {
  this.timeout(300_000);

  it('is in English for an English browser, and in the other language after a press, with what was typed', () =>
    inTown(async (_sandbox, url) =>
      inBrowser({ viewport: WIDE, colorScheme: 'light', locale: 'en-GB' }, async (page) => {
        await page.goto(url);
        await page.getByText('Sammen is a chat bot.').first().waitFor();
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        assert.match((await page.locator('#now').textContent()) ?? '', /^Tuesday 24 November at 10:0\d$/);
        const visible = (await page.locator('body').textContent()) ?? '';
        assert.doesNotMatch(visible.replaceAll('Lillekøbing', ''), /\b(?:ikke|Skriv|Søg|Uret|Du er)\b/);
        await assertAccessible(page, 'in English');
        await page.locator('#text').fill('Half a sentence');
        await page.locator('#language').click();
        await page.getByText('Sammen er en chatrobot.').first().waitFor();
        assert.equal(await page.locator('#text').inputValue(), 'Half a sentence');
        await page.reload();
        await page.getByText('Sammen er en chatrobot.').first().waitFor();
      }),
    ));

  it('shows the Send of a long draft, and one green button at a time, on a phone', () =>
    inTown(async (_sandbox, url) =>
      inBrowser({ viewport: PHONE, colorScheme: 'light', hasTouch: true, isMobile: true }, async (page) => {
        await page.goto(url);
        await page.locator('#you-are', { hasText: 'Signe' }).waitFor();
        assert.equal(await page.locator('#hint').textContent(), '', 'there is no Shift key to explain');
        await page.locator('#text').click();
        await page.keyboard.type('Første linje');
        await page.keyboard.press('Enter');
        assert.equal(await page.locator('#text').inputValue(), 'Første linje\n', 'Enter is a new line here');
        await page.locator('#text').fill(`${DILEMMA} `.repeat(12));
        await page.locator('#send').click();
        const send = page
          .locator('.message:last-child')
          .getByRole('button', { name: TEXTS.da.draft.send, exact: true });
        await send.waitFor();
        await page.locator('#text:placeholder-shown').waitFor();
        const [button, foot] = await Promise.all([send.boundingBox(), page.locator('#composer').boundingBox()]);
        assert.ok(button && foot);
        assert.ok(button.y > 0 && button.y + button.height <= foot.y, `Send at ${button.y}, the field at ${foot.y}`);
        assert.equal(await page.locator('#composer.is-ready').count(), 0, 'the field’s own button is pale');
      }),
    ));
});
