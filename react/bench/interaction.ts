/**
 * `npm run interaction [-- button|inbox]`: how long people wait on a slow device, from each press or key to
 * the next picture, as browsers measure it for INP. Chromium with the processor slowed down four times; above
 * 100 ms people notice. What else the machine does slows it down further, so the best round counts most.
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { launchOptions } from '@ringback/testing/browser/find.ts';
import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { SCENES, type Scene } from './scenes.ts';

const ROOT = join(import.meta.dirname, 'interaction');
const BUILT = join(import.meta.dirname, '../../.ringback/interaction');
const SLOWDOWN = 4;

const chosen = process.argv[2];
const scenes = Object.entries(SCENES).filter(([name]) => chosen === undefined || name === chosen);
const input = scenes.map(([, { file }]) => join(ROOT, file));
const config = { root: ROOT, configFile: false, logLevel: 'error', build: { outDir: BUILT } } as const;
await build({ ...config, build: { ...config.build, emptyOutDir: true, rolldownOptions: { input } } });
const server = await preview({ ...config, preview: { port: 0 } });
const url = server.resolvedUrls?.local[0];
if (!url) throw new Error('The preview server has no address.');
const browser = await chromium.launch(launchOptions());

for (const [name, scene] of scenes) {
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < scene.rounds; round++) rounds.push(await playRound(url, scene));
  report(name, scene, rounds);
}
await browser.close();
await server.close();

/** Each step's longest wait in milliseconds, on a freshly loaded page. */
async function playRound(address: string, { file, viewport, prepare, steps }: Scene) {
  const page = await browser.newPage({ viewport, locale: 'en-GB', timezoneId: 'Europe/London' });
  await page.addInitScript(observe);
  await page.goto(address + file, { waitUntil: 'networkidle' });
  await prepare?.(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const longest: Record<string, number> = {};
  for (const [name, act] of Object.entries(steps)) longest[name] = await measure(page, act);
  await page.close();
  return longest;
}

async function measure(page: Page, act: (page: Page) => Promise<void>): Promise<number> {
  await page.evaluate(takeLongest);
  await act(page);
  return page.evaluate(takeLongest);
}

/* These two run in the page. */

/** Scrolling is no interaction of its own: there the pictures that took long count. */
function observe() {
  const note = (list: PerformanceObserverEntryList) => {
    for (const { duration } of list.getEntries()) window.waits.push(duration);
  };
  window.waits = [];
  const events = { type: 'event', durationThreshold: 16 } as PerformanceObserverInit;
  new PerformanceObserver(note).observe(events);
  addEventListener('wheel', () => {
    const start = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - start)));
  });
}

/** Entries come after the frame that they measure. One that took less than 16 ms does not come at all. */
async function takeLongest(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return Math.round(Math.max(0, ...window.waits.splice(0)));
}

declare global {
  interface Window {
    waits: number[];
  }
}

function report(name: string, { rounds, steps }: Scene, results: Record<string, number>[]) {
  const load = loadavg().map((average) => average.toFixed(1));
  console.log(
    `${name}: ${SLOWDOWN} x slower, ${rounds} rounds, load average ${load.join(' ')}; milliseconds`,
  );
  console.log('  best median  worst');
  for (const step of Object.keys(steps)) {
    const sorted = results.map((result) => result[step] ?? 0).sort((a, b) => a - b);
    const figures = [sorted[0], sorted[Math.floor(rounds / 2)], sorted.at(-1)];
    console.log(`${figures.map((ms) => String(ms).padStart(6)).join(' ')}  ${step}`);
  }
}
