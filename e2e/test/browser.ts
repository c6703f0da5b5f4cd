import AxeBuilder from '@axe-core/playwright';
import { eventually } from '@colloquy/testkit';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';

// The browser's own errands would be refused on a machine without the internet, many at a time.
const ARGUMENTS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --autoplay-policy=no-user-gesture-required';

/** Debian's Chromium, or the one named by CHROMIUM_PATH. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    args: ARGUMENTS.split(' '),
  });
}

export interface WatchedPage {
  page: Page;
  /** Uncaught exceptions and console errors so far. */
  errors: string[];
}

/** A page in a context of its own that remembers what went wrong in it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.addInitScript(rememberPlayed);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}

interface PlayedWindow {
  played?: HTMLMediaElement;
}

/** The player's audio element is not part of the document: keeps hold of whatever was played last. */
function rememberPlayed(): void {
  const { prototype } = HTMLMediaElement;
  const { play } = prototype;
  prototype.play = function (this: HTMLMediaElement) {
    (globalThis as PlayedWindow).played = this;
    return play.call(this);
  };
}

/** What plays, and where; null when nothing was played yet. */
export const playback = (page: Page): Promise<{ paused: boolean; atMs: number } | null> =>
  page.evaluate(() => {
    const { played } = globalThis as PlayedWindow;
    return played ? { paused: played.paused, atMs: played.currentTime * 1000 } : null;
  });

/** Waits until whoever works by keyboard is somewhere: what had the focus is gone. */
export const focusIsKept = (page: Page) =>
  page.waitForFunction(() => document.activeElement !== document.body);

/** Two frames later, with every transition at its end. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
  });

/** Waits until the keyboard is there: whatever moves it does so a moment after it has shown where to. */
export const hasFocus = (where: Locator) =>
  eventually(() => where.evaluate((element) => element === document.activeElement));

/**
 * What axe finds wrong on the page, one line each. Colours and sizes that are still on their way are not what people
 * read: it looks when they have arrived, and once more before it counts what came up meanwhile.
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await settled(page);
  const found = await violationsNow(page);
  if (found.length === 0) return [];
  await settled(page);
  return violationsNow(page);
}

async function violationsNow(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
  );
}

/** Expects a page to be accessible and nothing of it to be cut off, wide and light as well as narrow and dark. */
export async function isFitEverywhere(page: Page): Promise<void> {
  for (const { colorScheme, width } of [
    { colorScheme: 'dark', width: 400 },
    { colorScheme: 'light', width: 1440 },
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    expect(await accessibilityViolations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
}
