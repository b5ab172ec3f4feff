import assert from 'node:assert/strict';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findOffer } from '../support/fixtures/sandbox-cases.ts';
import { inBrowser, PHONE, type View } from '../support/processes/browser.ts';
import { eventually, inSandbox, type Sandbox } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const DILEMMA =
  'En gruppe naboer vil selv plante træer på fortovet. Vejafdelingen siger nej, for der ligger rør. Hvordan siger jeg det uden at slukke deres lyst?';
const ANSWER = {
  text: 'Sig nej til stedet og ja til lysten. Tag dem med ud til vejafdelingen, og spørg, hvor der er plads til rødder. Sidste år endte det med tre lindetræer på pladsen ved biblioteket.',
  outcome: 'advice',
  nextStep: 'Aftal en gåtur med naboerne og driften',
  nextStepDate: '2026-12-01',
} as const;

/** The newest message with a card and these words in somebody's chat. */
type Shown = { person: string; message: string };
const shown = (sandbox: Sandbox, person: string, words: RegExp): Promise<Shown> =>
  eventually(`${person} reads ${words}`, async () => {
    const found = (await sandbox.messages(person)).findLast(
      ({ card }) => card !== null && words.test(JSON.stringify(card)),
    );
    return found === undefined ? null : { person, message: found.id };
  });

type Look = Pick<View, 'viewport' | 'colorScheme'>;
const WIDE: Look = { viewport: { width: 1180, height: 1400 }, colorScheme: 'light' };
const DARK: Look = { ...WIDE, colorScheme: 'dark' };
const ON_A_PHONE: Look = { viewport: PHONE, colorScheme: 'light' };

/** The margin around a message, in CSS pixels. */
const MARGIN = 12;

/** Takes one picture of a message for each platform. */
const picture = async (
  page: Page,
  { person, message, url, look }: Shown & { url: string; look: Look },
  fileOf: (platform: string) => string,
): Promise<void> => {
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.colorScheme });
  await page.goto(`${url}/slack-preview?person=${person}&message=${encodeURIComponent(message)}`);
  await page.locator('#slack > *').first().waitFor();
  for (const [platform, place] of [
    ['teams', '.teams'],
    ['slack', '.slack'],
  ] as const) {
    const { x, y, width, height } = (await page.locator(place).boundingBox()) ?? assert.fail(`nothing in ${place}`);
    const clip = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
    const path = fileOf(platform);
    await page.screenshot({ path, clip, fullPage: true });
    assert.ok((await stat(path)).size > 5000, `${path} is not blank`);
  }
};

describe('the pictures of cards in the docs', function () {
  this.timeout(300_000);

  it('are taken of real messages (UPDATE_SCREENSHOT=1 keeps them)', () =>
    inSandbox(async (sandbox, { url }) =>
      inTempFolder(async (temporary) =>
        inBrowser(WIDE, async (page) => {
          page.setDefaultTimeout(120_000);
          const keep = process.env.UPDATE_SCREENSHOT === '1';
          const folder = keep ? fileURLToPath(new URL('../../docs/pictures/', import.meta.url)) : temporary;
          await mkdir(folder, { recursive: true });
          const take = (name: string, message: Shown, look: Look) =>
            picture(page, { ...message, url, look }, (platform) => join(folder, `${platform}-${name}.png`));

          await sandbox.say('signe', DILEMMA);
          await take('preview', await shown(sandbox, 'signe', /Dit dilemma/), WIDE);
          const { action } = await sandbox.pressNewest('signe', 'submit-dilemma', { anonymous: 'no' });
          const offer = await findOffer(sandbox, String(action.data.draft), await sandbox.agents());
          const offered = { person: offer.person, message: offer.message.id };
          await take('offer', offered, WIDE);
          // The rest is the same work again, for the docs only.
          if (!keep) return;
          await take('offer-phone', offered, ON_A_PHONE);
          await sandbox.pressNewest(offer.person, 'accept-case');
          await sandbox.pressNewest(offer.person, 'answer-case', ANSWER);
          const answered = await shown(sandbox, 'signe', /lindetræer/);
          await take('answer', answered, WIDE);
          await take('answer-dark', answered, DARK);
          await sandbox.say('karen', 'overblik');
          await take('overview', await shown(sandbox, 'karen', /Det, der venter/), WIDE);
          // A week after the welcome the first principle comes.
          for (const day of ['2026-11-25', '2026-11-30', '2026-12-07']) {
            await sandbox.setClock(`${day}T09:30:00.000Z`);
            await sandbox.job('weekly-nudge');
          }
          await take('principle', await shown(sandbox, 'signe', /Ugens skub/), WIDE);
        }),
      ),
    ));
});
