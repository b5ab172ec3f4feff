import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { inTempFolder } from './temp-folder.ts';

/** The path on Debian; `CHROMIUM` overrides it. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const WIDE = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export type View = {
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  /** The browser's language, Danish if left out. */
  locale?: string;
  hasTouch?: boolean;
  isMobile?: boolean;
};

/** The views in which a page must be accessible. */
export const LOOKS: readonly (View & { name: string })[] = [
  { name: 'wide and light', viewport: WIDE, colorScheme: 'light' },
  { name: 'on a phone in the dark', viewport: PHONE, colorScheme: 'dark' },
];

/** Opens Chromium with a temporary empty profile. Fails when the page reports an error. */
export const inBrowser = (view: View, test: (page: Page, context: BrowserContext) => Promise<void>): Promise<void> =>
  inTempFolder(async (folder) => {
    if (!existsSync(CHROMIUM))
      throw new Error(`there is no ${CHROMIUM}: install Chromium (apt install chromium), or name one in CHROMIUM`);
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: CHROMIUM,
      args: FLAGS,
      env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
      locale: 'da-DK',
      ...view,
    });
    const faults: string[] = [];
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.setDefaultTimeout(30_000);
      await test(page, context);
    } finally {
      await context.close();
    }
    if (faults.length > 0) throw new Error(`the page reported: ${faults.join('; ')}`);
  });
