import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { tempFolder } from './temp-folder.ts';

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

/** An open browser. */
export type Browser = {
  page: Page;
  context: BrowserContext;
  /** Gives the errors that the page reported since it was last asked. */
  takeFaults(): string[];
  close(): Promise<void>;
};

const launch = (folder: string, view: View): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: CHROMIUM,
    args: FLAGS,
    env: { PATH: process.env.PATH ?? '', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
    locale: 'da-DK',
    ...view,
  });

/** Opens Chromium with a temporary empty profile, for several tests of one file; `inBrowser` is for one. */
export const openBrowser = async (view: View): Promise<Browser> => {
  if (!existsSync(CHROMIUM))
    throw new Error(`there is no ${CHROMIUM}: install Chromium (apt install chromium), or name one in CHROMIUM`);
  const folder = await tempFolder();
  const context = await launch(folder.path, view).catch(async (error) => {
    await folder.remove();
    throw error;
  });
  const faults: string[] = [];
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.setDefaultTimeout(30_000);
  return {
    page,
    context,
    takeFaults: () => faults.splice(0),
    close: async () => {
      await context.close();
      await folder.remove();
    },
  };
};

/** Opens Chromium with a temporary empty profile. Fails when the page reports an error. */
export const inBrowser = async (
  view: View,
  test: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> => {
  const { page, context, takeFaults, close } = await openBrowser(view);
  try {
    await test(page, context);
  } finally {
    await close();
  }
  const faults = takeFaults();
  if (faults.length > 0) throw new Error(`the page reported: ${faults.join('; ')}`);
};
