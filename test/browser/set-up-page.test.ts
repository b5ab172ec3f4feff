import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { CLOSED_SET_UP_PAGE } from '../../adapters/web/setup/set-up-page.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { type FakeSlack, startFakeSlack } from '../slack/support/fake-slack.ts';
import { SIGNING_SECRET, TOKEN } from '../slack/support/names.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { REAL } from '../support/fixtures/own-organisation.ts';
import { type Browser, LOOKS, openBrowser, WIDE } from '../support/processes/browser.ts';
import { runHere } from '../support/processes/command-here.ts';
import { freePort } from '../support/processes/free-port.ts';
import { keyboardOf } from '../support/processes/keyboard.ts';
import { type SammenHere, startHere } from '../support/processes/sammen-here.ts';
import { tempFolder } from '../support/processes/temp-folder.ts';
import { APP_ID, TENANT } from '../teams/support/names.ts';

/** Folder for screenshots to look at; without it none are taken. */
const SCREENSHOT_FOLDER = process.env.CARD_SHEET ?? null;

const { setUp } = TEXTS.da;

const assertGood = async (page: Page, what: string): Promise<void> => {
  await assertAccessible(page, what);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, `${what} is too wide`);
  if (SCREENSHOT_FOLDER === null) return;
  await mkdir(SCREENSHOT_FOLDER, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOT_FOLDER, `${what.replace(/\W+/g, '-')}.png`), fullPage: true });
};

describe('the set-up page and the page at / in a browser', function () {
  this.timeout(180_000);
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let slack: FakeSlack;
  let sammen: SammenHere;
  let env: Record<string, string>;
  let browser: Browser;
  let page: Page;
  before(async () => {
    folder = await tempFolder();
    slack = await startFakeSlack();
    const port = String(await freePort());
    env = {
      ...REAL,
      SANDBOX: 'off',
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'secret',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
      SLACK_BOT_TOKEN: TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.url,
    };
    sammen = await startHere(folder.path, env);
    browser = await openBrowser({ viewport: WIDE, colorScheme: 'light' });
    page = browser.page;
    // Long enough for any machine, and short enough for Playwright to say what it waited for.
    page.setDefaultTimeout(90_000);
  });
  after(async () => {
    await browser?.close();
    await sammen?.stop();
    await slack?.close();
    await folder?.remove();
  });
  afterEach(async () => {
    await browser.context.clearCookies();
    assert.deepEqual(browser.takeFaults(), [], 'the page reported');
  });

  const link = async (): Promise<string> => {
    const { out, err, code } = await runHere(['setup-link'], env);
    assert.equal(code, 0, err);
    return out.trim();
  };
  const heading = (title: string): Promise<void> =>
    page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  const open = async (address: string): Promise<void> => {
    await page.goto(address);
    await page.getByRole('button', { name: setUp.open.button }).click();
  };
  const enter = async (): Promise<void> => {
    await open(await link());
    await heading(setUp.title);
  };

  for (const { name, viewport, colorScheme } of LOOKS) {
    it(`are accessible, ${name}, in both languages`, async () => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      for (const language of ['da', 'en']) {
        await page.goto(`${sammen.url}/?lang=${language}`);
        await assertGood(page, `landing page, ${name}, ${language}`);
      }
      await page.setContent(CLOSED_SET_UP_PAGE.markup);
      await assertGood(page, `set-up closed, ${name}`);
      await page.goto(await link());
      await assertGood(page, `set-up door, ${name}`);
      await enter();
      await assertGood(page, `set-up page, ${name}, da`);
      await page.getByRole('link', { name: 'English' }).click();
      await heading(TEXTS.en.setUp.title);
      await assertGood(page, `set-up page, ${name}, en`);
    });
  }

  it('say what is done, what is missing and what comes first', async () => {
    await enter();
    const { steps } = setUp;
    await page.getByRole('heading', { level: 2, name: `${setUp.next}: ${steps.teams.title}` }).waitFor();
    const shown = await page.locator('ol.steps > li').evaluateAll((all) => all.map(({ className }) => className));
    assert.deepEqual(shown, ['done', ...Array.from({ length: shown.length - 1 }, () => 'missing')]);
    await page
      .locator('ol.steps > li')
      .first()
      .getByText(steps.platforms.done('Teams, Slack'), { exact: true })
      .waitFor();
  });

  it('open by keyboard, and give both packages', async () => {
    await page.goto(await link());
    const keyboard = keyboardOf(page, []);
    await keyboard.tabTo(setUp.open.button);
    await page.keyboard.press('Enter');
    await heading(setUp.title);
    const download = async (name: string): Promise<{ file: string; body: Buffer }> => {
      await keyboard.tabTo(name);
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      return { file: file.suggestedFilename(), body: await readFile(await file.path()) };
    };
    const teams = await download(setUp.packages.teams);
    const files = unzipSync(new Uint8Array(teams.body));
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    assert.deepEqual([teams.file, manifest.bots[0].botId], ['sammen-teams.zip', APP_ID]);
    const forSlack = await download(setUp.packages.slack);
    assert.equal(forSlack.file, 'sammen-slack.json');
    const { settings } = JSON.parse(forSlack.body.toString());
    assert.equal(settings.event_subscriptions.request_url, `${env.PUBLIC_URL}/slack/events`);
  });

  it('open once: the same link says how to get another', async () => {
    const once = await link();
    await open(once);
    await heading(setUp.title);
    await page.reload();
    await heading(setUp.title);
    await browser.context.clearCookies();
    await open(once);
    await page.getByText(setUp.closed.title).first().waitFor();
    // The browser itself logs each 403.
    const faults = browser.takeFaults();
    assert.ok(faults.length > 0 && faults.every((fault) => /^Failed to load resource.*403/.test(fault)), faults.join());
  });
});
