import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../bot/words.ts';
import { type AdaptiveCardJson, renderAdaptiveCard } from '../../cards/adaptive.ts';
import { EXAMPLE_GROUPS } from '../cards/examples.ts';
import { cards } from '../cards/support.ts';
import { assertAccessible } from '../support/assertions/assert-accessible.ts';
import { inBrowser, PHONE, type View } from '../support/processes/browser.ts';
import { inSandbox } from '../support/processes/sandbox.ts';

/** Folder for screenshots to look at; without it none are taken. */
const SCREENSHOT_FOLDER = process.env.CARD_SHEET ?? null;

const DESKTOP = { width: 760, height: 900 };
/** axe runs in each theme; another language and a phone change the room that words take. */
const VIEWS: readonly { name: string; language: Language; view: View; axe: boolean }[] = [
  { name: 'light', language: 'da', view: { viewport: DESKTOP, colorScheme: 'light' }, axe: true },
  { name: 'dark', language: 'da', view: { viewport: DESKTOP, colorScheme: 'dark' }, axe: true },
  { name: 'phone', language: 'da', view: { viewport: PHONE, colorScheme: 'dark' }, axe: false },
  { name: 'light', language: 'en', view: { viewport: DESKTOP, colorScheme: 'light' }, axe: false },
  { name: 'phone', language: 'en', view: { viewport: PHONE, colorScheme: 'light' }, axe: false },
];

type Example = { name: string; card: AdaptiveCardJson };

const examplesOf = (notices: (typeof EXAMPLE_GROUPS)[keyof typeof EXAMPLE_GROUPS], language: Language): Example[] =>
  Object.entries(notices).map(([name, notice]) => ({
    name,
    card: renderAdaptiveCard(cards.card(notice, language), language),
  }));

/** axe takes four times as long for twice as many cards, and a picture can only be so long. */
const MAX_ON_A_SHEET = 6;
/** Their cards have the forms of the groups before them. */
const WITH_THE_SAME_FORMS = new Set(['news', 'passages']);
const sheetsIn = (language: Language): { title: string; examples: Example[]; opened: boolean }[] =>
  Object.entries(EXAMPLE_GROUPS).flatMap(([group, notices]) => {
    const all = examplesOf(notices, language);
    return Array.from({ length: Math.ceil(all.length / MAX_ON_A_SHEET) }, (_, nth) => ({
      title: `${group} ${nth + 1}`,
      opened: !WITH_THE_SAME_FORMS.has(group),
      examples: all.slice(nth * MAX_ON_A_SHEET, (nth + 1) * MAX_ON_A_SHEET),
    }));
  });

/** Draws each card as the chat does, again with its hidden parts shown, and with each form open. Returns the names of cards that failed. */
const drawAll = (
  page: Page,
  { examples, opened }: { examples: Example[]; opened: boolean },
  language: Language,
): Promise<string[]> =>
  page.evaluate(
    // A string, because TypeScript has no browser types here and would try to resolve the import itself.
    `(async (examples, opened, language) => {
      const { drawCard } = await import('/sandbox/page/cards.js');
      const { element } = await import('/sandbox/page/dom.js');
      const failed = [];
      // The page's policy allows no style attribute.
      const styled = (node, css) => {
        node.style.cssText = css;
        return node;
      };
      const sheet = styled(element('main', { class: 'messages' }), 'display:block;padding:1rem;overflow:visible');
      document.documentElement.lang = language;
      document.title = 'Every card';
      document.documentElement.style.cssText = document.body.style.cssText =
        'display:block;height:auto;min-height:0;overflow:visible';
      document.body.replaceChildren(sheet);
      sheet.append(element('h1', {}, 'Every card'));
      const draw = (name, card, open, shown = []) => {
        const drawn = drawCard(card, () => {}, {
          values: new Map(), open, shown: new Map(shown.map((part) => [part, true])), focus: null,
        });
        if (drawn === null) return failed.push(name);
        sheet.append(
          styled(
            element('section', { class: 'message from-bot' },
              element('h2', {}, name), element('div', { class: 'body has-card' }, drawn.host)),
            'max-width:40rem;margin:0 0 2rem'));
      };
      const formsIn = (node) => Array.isArray(node) ? node.flatMap(formsIn)
        : node === null || typeof node !== 'object' ? []
        : [...(node.type === 'Action.ShowCard' ? [node] : []), ...Object.values(node).flatMap(formsIn)];
      const partsIn = (node) => Array.isArray(node) ? node.flatMap(partsIn)
        : node === null || typeof node !== 'object' ? []
        : [...(node.isVisible === false ? [node.id] : []), ...Object.values(node).flatMap(partsIn)];
      for (const { name, card } of examples) {
        draw(name, card, []);
        if (!opened) continue;
        const parts = partsIn(card);
        if (parts.length > 0) draw(name + ' / …', card, [], parts);
        for (const form of formsIn(card)) draw(name + ' / ' + form.title, card, [form.title], partsIn(form.card));
      }
      return failed;
    })(${JSON.stringify(examples)}, ${opened}, ${JSON.stringify(language)})`,
  );

/** The cards that overflow the right edge, each with the class of the first element that does. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('section')].flatMap((section) => {
    const edge = document.documentElement.clientWidth;
    const out = [...section.querySelectorAll('*')].filter((child) => child.getBoundingClientRect().right > edge + 1);
    return out.length === 0 ? [] : [section.querySelector('h2').textContent + ': ' + out[0].className];
  })`);

describe('every card in every state, on screen', function () {
  this.timeout(300_000);

  for (const { name, language, view, axe } of VIEWS) {
    it(`fits, and has enough contrast and a name for every control: ${language}, ${name}`, () =>
      inSandbox(async (_sandbox, { url }) =>
        inBrowser(view, async (page) => {
          if (SCREENSHOT_FOLDER !== null) await mkdir(SCREENSHOT_FOLDER, { recursive: true });
          for (const { title, examples, opened } of sheetsIn(language)) {
            await page.goto(`${url}/`);
            assert.deepEqual(await drawAll(page, { examples, opened }, language), [], 'cannot be drawn');
            assert.deepEqual(await tooWide(page), [], title);
            if (axe) await assertAccessible(page, title);
            if (SCREENSHOT_FOLDER === null) continue;
            await page.screenshot({
              path: join(SCREENSHOT_FOLDER, `${title} ${language} ${name}.png`),
              fullPage: true,
            });
          }
        }),
      ));
  }
});
