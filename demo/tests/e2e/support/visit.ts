/** Opens the marketplace in the shared browser as a person would, and watches the console meanwhile. */
import { join } from 'node:path';
import { ENGINE, launchFirefox } from '@ringback/testing/browser/others.ts';
import { type Browser, type BrowserContextOptions, chromium, expect, type Page } from 'playwright/test';
import { inject, onTestFinished } from 'vitest';
import { actByKeysAndMouse } from './firefox.ts';
import { type Person, signIn } from './people.ts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** Where a picture shows what was on the screen when a test failed. */
const FAILURES = join(import.meta.dirname, '../../../../.ringback/e2e/failures');

/** Nothing takes longer, also on a busy machine. */
const PATIENCE_MS = 20_000;
/** What is told as it happens comes sooner than by asking again, every 15 seconds. */
const AT_ONCE_MS = 8_000;

/** Headless Chromium hands a number on to nobody and then notices no further click on it. */
const NO_TELEPHONE = `addEventListener('click', (event) => {
  if (event.target.closest('a[href^="tel:"]')) event.preventDefault();
})`;

const SAVE_DATA = `Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })`;

export interface Visit {
  path?: string;
  /** Nobody is signed in when left out. */
  as?: Person | undefined;
  viewport?: { width: number; height: number };
  language?: 'en' | 'ar';
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  /** The browser asks pages to load no more than they need. */
  savesData?: boolean;
  /** In the full browser, the only one that shows notifications. */
  withNotifications?: boolean;
  /** What the console is expected to say, such as an answer that is a refusal. */
  expectedErrors?: RegExp;
}

type Endpoint = 'browser' | 'fullBrowser';
const connecting = new Map<Endpoint, Promise<Browser>>();

/**
 * A window of its own, like that of another browser. It is closed, and its console judged, at the end of the
 * test.
 */
export async function visit(options: Visit = {}): Promise<Page> {
  const browser = await connect(options.withNotifications ? 'fullBrowser' : 'browser');
  const context = await browser.newContext(await contextOptions(options));
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  if (ENGINE === 'firefox') actByKeysAndMouse(page);
  const problems = watchConsole(page, options.expectedErrors);
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await page.screenshot({ path: join(FAILURES, `${task.name}.png`) });
    await context.close();
    expect(problems).toEqual([]);
  });
  await page.addInitScript({ content: NO_TELEPHONE });
  if (options.savesData) await page.addInitScript({ content: SAVE_DATA });
  if (options.as) await page.addInitScript(await keepSession(options.as));
  await page.goto(`/market${options.path ?? ''}`);
  return page;
}

function connect(endpoint: Endpoint): Promise<Browser> {
  const open = () => (ENGINE === 'firefox' ? launchFirefox() : chromium.connect(inject(endpoint)));
  const connection = connecting.get(endpoint) ?? open();
  connecting.set(endpoint, connection);
  return connection;
}

/** Playwright's `expect` with our patience. */
export const see = expect.configure({ timeout: PATIENCE_MS });

/** The same for what others do, which shows by itself. */
export const seeAtOnce = expect.configure({ timeout: AT_ONCE_MS });

async function contextOptions(options: Visit): Promise<BrowserContextOptions> {
  const { viewport = DESKTOP, language = 'en', colorScheme = 'light', reducedMotion = 'reduce' } = options;
  const settings = JSON.stringify({
    lang: language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    theme: 'system',
  });
  return {
    baseURL: inject('origin'),
    ...{ viewport, colorScheme, reducedMotion },
    ...(viewport === PHONE && ENGINE === 'chromium' && { hasTouch: true, isMobile: true }),
    locale: 'en-GB',
    timezoneId: 'Africa/Accra',
    storageState: {
      cookies: [],
      origins: [{ origin: inject('origin'), localStorage: [{ name: 'market-settings', value: settings }] }],
    },
  };
}

/** The pages keep who is signed in for each window. */
async function keepSession(person: Person): Promise<{ content: string }> {
  const session = JSON.stringify(JSON.stringify(await signIn(person)));
  return {
    content: `if (location.protocol === 'http:') sessionStorage.setItem('market-session', ${session})`,
  };
}

/** Errors of the pages' scripts, and what the browser complains about: refused content, broken answers. */
function watchConsole(page: Page, expected?: RegExp): string[] {
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!expected?.test(problem)) problems.push(problem);
  };
  page.on('pageerror', (error) => note(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(`${message.text()} (${message.location().url})`);
  });
  return problems;
}
