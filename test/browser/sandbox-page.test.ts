import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { firstName } from '../../bot/people/first-name.ts';
import { TEXTS } from '../../cards/texts/texts.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { ANSWER, askAndAnswer, DILEMMA, findOffer } from '../support/fixtures/sandbox-cases.ts';
import { inBrowser, PHONE, type View, WIDE } from '../support/processes/browser.ts';
import { type Keyboard, keyboardOf } from '../support/processes/keyboard.ts';
import { inSandbox, type Sandbox } from '../support/processes/sandbox.ts';
import { inTempFolder } from '../support/processes/temp-folder.ts';

const { actions, draft, labels } = TEXTS.da;

const LAST_CARD = '.message:last-child';
const COMPOSER = '#composer';
const PEOPLE = '#people';

const LIGHT: View = { viewport: WIDE, colorScheme: 'light' };

const keyboardIn = (page: Page): Keyboard => keyboardOf(page, [LAST_CARD, COMPOSER, PEOPLE, '.message']);

const shows = (page: Page, text: string): Promise<void> =>
  page.locator('.messages:not([hidden])').getByText(text).last().waitFor();

const open = async (page: Page, url: string, person?: string): Promise<void> => {
  await page.goto(person === undefined ? `${url}/` : `${url}/#person=${person}`);
  // On a phone the list of people is closed, so it is attached but not visible.
  const selected =
    person === undefined ? '#people a[aria-current]' : `#people a[aria-current][href="./#person=${person}"]`;
  await page.locator(selected).waitFor({ state: 'attached' });
};

const become = async (page: Page, keyboard: Keyboard, name: string): Promise<void> => {
  await keyboard.use(new RegExp(name), PEOPLE);
  await page.locator('#who', { hasText: name }).waitFor();
};

describe('the sandbox page', function () {
  this.timeout(180_000);

  it('takes a dilemma from question to rating with the keyboard alone, without losing focus', () =>
    inSandbox(async (sandbox, { url }) =>
      inBrowser(LIGHT, async (page) => {
        await open(page, url);
        const keyboard = keyboardIn(page);
        const asker = await page.locator('#who h2').textContent();
        assert.ok(asker);

        await keyboard.use('Gå til skrivefeltet');
        await keyboard.type(DILEMMA);
        await keyboard.press('Enter');
        await shows(page, draft.title);
        await keyboard.use(draft.send, LAST_CARD);
        await page.locator('.badge:visible').first().waitFor();
        assert.match(
          (await page.locator('.badge:visible').first().textContent()) ?? '',
          /^1 ny$/,
          'the agent’s unread count',
        );

        const agentLink = page.locator('#people a', { has: page.locator('.badge:visible') }).first();
        const agent = (await agentLink.locator('.name').textContent()) ?? '';
        await become(page, keyboard, agent);
        assert.equal(await page.locator('.badge:visible').count(), 0, 'messages on screen no longer count as new');
        await keyboard.use(actions.accept.send, LAST_CARD);
        await keyboard.tabTo(actions.reply.text(firstName({ name: asker })), LAST_CARD);
        await keyboard.type('Hvad er vigtigst for dem?');
        await keyboard.use(actions.reply.sendTo(firstName({ name: asker })), LAST_CARD);
        await shows(page, 'Hvad er vigtigst for dem?');

        await become(page, keyboard, asker);
        await shows(page, 'Hvad er vigtigst for dem?');
        await keyboard.tabTo(actions.reply.text(firstName({ name: agent })), LAST_CARD);
        await keyboard.type('At de selv må bygge den.');
        await keyboard.use(actions.reply.sendTo(firstName({ name: agent })), LAST_CARD);
        await shows(page, 'At de selv må bygge den.');

        await become(page, keyboard, agent);
        await shows(page, 'At de selv må bygge den.');
        await keyboard.use(actions.answer.label, LAST_CARD);
        await keyboard.tabTo(new RegExp(`^${actions.answer.text}`), LAST_CARD);
        await keyboard.type(ANSWER.text);
        await keyboard.use(actions.answer.send.advice, LAST_CARD);
        await shows(page, ANSWER.text);

        await become(page, keyboard, asker);
        await shows(page, ANSWER.text);
        await keyboard.use(labels.helpful.yes, LAST_CARD);
        await page
          .locator('.messages:not([hidden])')
          .getByRole('button', { name: labels.helpful.yes, exact: true })
          .waitFor({ state: 'detached' });

        const people = await sandbox.people();
        const id = people.find(({ name }) => name === asker)?.id ?? '';
        assert.equal(await sandbox.find(id, 'rate-answer', { helpful: 'yes' }), null, 'the server has the rating too');
        assert.notEqual(await sandbox.find(id, 'rate-answer'), null, 'it can be corrected');
      }),
    ));

  it('reports that the server is unavailable, keeps what was typed, and recovers by itself', () =>
    inSandbox(async (_sandbox, { url }) =>
      inBrowser(LIGHT, async (page) => {
        await open(page, url);
        const keyboard = keyboardIn(page);
        let isDown = true;
        await page.route('**/sandbox/messages', (route) =>
          isDown
            ? route.fulfill({ status: 503, json: { error: { code: 'store-unavailable', message: 'væk' } } })
            : route.continue(),
        );
        await keyboard.use('Gå til skrivefeltet');
        await keyboard.type(DILEMMA);
        await page.keyboard.press('Enter');
        await page.locator('#problem', { hasText: /\S/ }).waitFor();
        assert.equal(await page.locator('#text').inputValue(), DILEMMA);
        isDown = false;
        await keyboard.press('Enter');
        await shows(page, draft.title);
        // The preview may arrive before the response to the message.
        await page.locator('#text:placeholder-shown').waitFor();
      }).catch((error: Error) => {
        // The browser itself logs every 503 response.
        if (!/^the page reported: (?:Failed to load resource[^;]*503[^;]*(?:; )?)+$/.test(error.message)) throw error;
      }),
    ));

  const STAGES: [what: string, prepare: (sandbox: Sandbox) => Promise<string>][] = [
    ['an empty chat', async (sandbox) => sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' })],
    [
      'a preview and help',
      async (sandbox) => {
        const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
        for (const line of ['hjælp', 'principper', 'agenter', `${DILEMMA} Ring på 010190-1234.`])
          await sandbox.say(asker, line);
        await sandbox.pressNewest(asker, 'change-draft');
        return asker;
      },
    ],
    [
      'an offer',
      async (sandbox) => {
        const asker = await sandbox.addPerson({ name: 'Alma Spørger', unit: 'Skole' });
        await sandbox.say(asker, DILEMMA);
        const { action } = await sandbox.pressNewest(asker, 'submit-dilemma', { anonymous: 'yes', today: 'yes' });
        return (await findOffer(sandbox, String(action.data.draft), await sandbox.agents())).person;
      },
    ],
    ['an answer', async (sandbox) => (await askAndAnswer(sandbox)).asker],
    ['an answered case, as the agent sees it', async (sandbox) => (await askAndAnswer(sandbox)).agent],
  ];

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, viewport] of Object.entries({ wide: WIDE, 'on a phone': PHONE })) {
      it(`passes axe, ${colorScheme}, ${width}`, () =>
        inSandbox(async (sandbox, { url }) =>
          inBrowser({ viewport, colorScheme }, async (page) => {
            for (const [what, prepare] of STAGES) {
              const person = await prepare(sandbox);
              await open(page, url, person);
              await assertAccessible(page, what);
              const tooWide = await page.evaluate(() => {
                const { scrollWidth, clientWidth } = (
                  globalThis as unknown as {
                    document: { documentElement: { scrollWidth: number; clientWidth: number } };
                  }
                ).document.documentElement;
                return scrollWidth - clientWidth;
              });
              assert.equal(tooWide, 0, `${what}: nothing overflows at the side`);
            }
          }),
        ));
    }
  }

  it('keeps the last card’s buttons in sight when the news of a colleague take room', () =>
    inSandbox(async (sandbox, { url }) => {
      const signe = (await sandbox.people()).find(({ id }) => id === 'signe')?.id ?? assert.fail('Signe is gone');
      await sandbox.say(signe, DILEMMA);
      await inBrowser(LIGHT, async (page) => {
        await open(page, url, signe);
        await shows(page, draft.title);
        await keyboardIn(page).use(draft.send, LAST_CARD);
        await page.locator('#next', { hasText: 'har noget nyt' }).waitFor();
        await page.waitForFunction(`(() => {
          const { scrollHeight, scrollTop, clientHeight } = document.querySelector('#scroller');
          return scrollHeight - scrollTop - clientHeight <= 1;
        })()`);
      });
    }));

  it('shows the rest of the buttons of a card, and tells a screen reader so', () =>
    inSandbox(async (sandbox, { url }) => {
      const { asker } = await askAndAnswer(sandbox);
      await inBrowser(LIGHT, async (page) => {
        await open(page, url, asker);
        const more = page.locator(LAST_CARD).getByRole('button', { name: actions.more });
        assert.equal(await more.getAttribute('aria-expanded'), 'false');
        await keyboardIn(page).use(actions.more, LAST_CARD);
        await page.locator(LAST_CARD).getByRole('button', { name: actions.withdraw }).waitFor();
        assert.equal(await more.getAttribute('aria-expanded'), 'true');
        await assertAccessible(page, 'the rest of the buttons');
      });
    }));

  it('unfolds the fields that few people need, by the keyboard', () =>
    inSandbox(async (sandbox, { url }) => {
      await sandbox.say('signe', DILEMMA);
      await inBrowser(LIGHT, async (page) => {
        await open(page, url, 'signe');
        const keyboard = keyboardIn(page);
        await keyboard.use(draft.change, LAST_CARD);
        const more = page.locator(LAST_CARD).getByRole('button', { name: draft.changing.more });
        await more.waitFor();
        const topic = page.locator(LAST_CARD).getByLabel(draft.changing.topic, { exact: true });
        assert.deepEqual([await more.getAttribute('aria-expanded'), await topic.isVisible()], ['false', false]);
        await keyboard.use(draft.changing.more, LAST_CARD);
        await topic.waitFor();
        assert.equal(await more.getAttribute('aria-expanded'), 'true');
        await assertAccessible(page, 'the folded fields');
      });
    }));

  it('switches to another person when the one on screen is erased, and keeps working', () =>
    inSandbox(async (sandbox, { url }) =>
      inBrowser(LIGHT, async (page) => {
        const freja = (await sandbox.people()).find(({ id }) => id === 'freja') ?? assert.fail('Freja is gone');
        await open(page, url, freja.id);
        const keyboard = keyboardIn(page);
        await keyboard.use('Gå til skrivefeltet');
        assert.equal(
          await page.locator('#who h2').textContent(),
          freja.name,
          'the skip link does not change the person',
        );
        await keyboard.type('slet mig');
        await keyboard.press('Enter');
        await shows(page, TEXTS.da.forgetting.ask.title);
        await keyboard.use(TEXTS.da.forgetting.ask.yes, LAST_CARD);
        await shows(page, TEXTS.da.forgetting.done.title);
        await sandbox.job('forget');
        await page.locator('#who', { hasNotText: freja.name }).waitFor();
        assert.equal(await page.locator('#people a', { hasText: freja.name }).count(), 0);
        await sandbox.say('signe', 'hej');
        await shows(page, 'Hej Signe');
      }),
    ));

  it('goes to the next working day by the organisation’s calendar, past Easter', () =>
    inSandbox(async (sandbox, { url }) =>
      inBrowser(LIGHT, async (page) => {
        // Good Friday: outside hours, although it is a Friday.
        await sandbox.setClock('2027-03-26T10:00:00.000Z');
        await open(page, url);
        await page.getByRole('button', { name: 'Gå til tirsdag kl. 9', exact: true }).waitFor();
        await page.locator('#next-morning').click();
        await page.locator('#now', { hasText: 'tirsdag 30. marts kl. 09.00' }).waitFor();
        await page.locator('#closed').waitFor({ state: 'hidden' });
      }),
    ));

  it('draws a page: a screenshot at 1280 × 800', () =>
    inSandbox(async (sandbox, { url }) =>
      inTempFolder(async (folder) =>
        inBrowser(LIGHT, async (page) => {
          const signe = (await sandbox.people()).find(({ id }) => id === 'signe')?.id ?? assert.fail('Signe is gone');
          await sandbox.say(signe, DILEMMA);
          const { action } = await sandbox.pressNewest(signe, 'submit-dilemma', { anonymous: 'no' });
          const offer = await findOffer(sandbox, String(action.data.draft), await sandbox.agents());
          await sandbox.pressNewest(offer.person, 'accept-case', {
            text: 'Den tager jeg gerne. Hvad har I prøvet indtil nu?',
          });
          await open(page, url, signe);
          await shows(page, 'Hvad har I prøvet indtil nu?');
          // Kept only on request, so that a test run leaves nothing behind.
          const keep = process.env.UPDATE_SCREENSHOT === '1';
          const path = keep
            ? fileURLToPath(new URL('../../docs/sandbox.png', import.meta.url))
            : join(folder, 'sandbox.png');
          await page.screenshot({ path });
          assert.ok((await stat(path)).size > 20_000, 'the screenshot is not blank');
        }),
      ),
    ));
});
