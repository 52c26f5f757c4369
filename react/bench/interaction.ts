/**
 * `npm run interaction`: how long a buyer waits on a slow phone, from each press or key to the next picture,
 * as browsers measure it for INP. Chromium with the processor slowed down four times; above 100 ms people
 * notice. What else the machine does slows it down further, so the best round counts most.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '@ringback/testing/browser/find.ts';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';

const ROOT = join(import.meta.dirname, 'interaction');
const BUILT = join(import.meta.dirname, '../../.ringback/interaction');
const SLOWDOWN = 4;
const ROUNDS = 7;
const PHONE = { viewport: { width: 360, height: 740 }, locale: 'en-GB', timezoneId: 'Europe/London' };

/** What the buyer does, in order. */
const STEPS: Record<string, (page: Page) => Promise<void>> = {
  'open the form': (page) => page.getByRole('button', { name: 'Call me back' }).first().click(),
  'open the preferred times': (page) => page.getByText('When should they call?').click(),
  'choose a day': (page) => page.getByText('Monday').click(),
  'choose a time': (page) => page.getByText('Evening').click(),
  'type a message': (page) =>
    page.getByRole('textbox', { name: /^Message/ }).pressSequentially('Is it there?', { delay: 50 }),
  'close the form': (page) => page.getByRole('button', { name: 'Close' }).click(),
  'open it again': (page) => page.getByRole('button', { name: 'Call me back' }).first().click(),
  'send it': (page) => page.getByRole('button', { name: 'Request callback' }).click(),
};

const config = { root: ROOT, configFile: false, logLevel: 'error', build: { outDir: BUILT } } as const;
await build({ ...config, build: { ...config.build, emptyOutDir: true } });
const server = await preview({ ...config, preview: { port: 0 } });
const url = server.resolvedUrls?.local[0];
if (!url) throw new Error('The preview server has no address.');
const browser = await chromium.launch(launchOptions());

const rounds: Record<string, number>[] = [];
for (let round = 0; round < ROUNDS; round++) rounds.push(await playRound(url));
await browser.close();
await server.close();
report(rounds);

/** Each step's longest interaction in milliseconds, on a freshly loaded page. */
async function playRound(address: string): Promise<Record<string, number>> {
  const page = await browser.newPage(PHONE);
  await page.addInitScript(observeInteractions);
  await page.goto(address, { waitUntil: 'networkidle' });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const longest: Record<string, number> = {};
  for (const [name, act] of Object.entries(STEPS)) {
    await act(page);
    longest[name] = await page.evaluate(takeLongest);
  }
  await page.close();
  return longest;
}

/* These two run in the page. */

function observeInteractions() {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.interactions.push(entry.duration);
  });
  window.interactions = [];
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}

/** Entries come after the frame that they measure. One that took less than 16 ms does not come at all. */
async function takeLongest(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return Math.max(0, ...window.interactions.splice(0));
}

declare global {
  interface Window {
    interactions: number[];
  }
}

function report(results: Record<string, number>[]) {
  const load = loadavg().map((average) => average.toFixed(1));
  console.log(`${SLOWDOWN} x slower, ${ROUNDS} rounds, load average ${load.join(' ')}; milliseconds`);
  console.log('  best median  worst');
  for (const name of Object.keys(STEPS)) {
    const sorted = results.map((result) => result[name] ?? 0).sort((a, b) => a - b);
    const figures = [sorted[0], sorted[Math.floor(ROUNDS / 2)], sorted.at(-1)];
    console.log(`${figures.map((ms) => String(ms).padStart(6)).join(' ')}  ${name}`);
  }
}
