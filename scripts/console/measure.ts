/** How long the console takes to start on a slow phone, signed in, with an empty cache. */
import type { Browser, CDPSession, Page } from 'playwright';
import { signedIn } from './signIn.ts';

const TIMES = 5;
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const CPU_TIMES_SLOWER = 4;

interface Start {
  /** The frame is there. */
  firstPaintMs: number;
  /** The page's title is there, and its buttons work. */
  usableMs: number;
  /** The first figures are there. */
  completeMs: number;
  kilobytes: number;
}

/** The median of a few starts. */
export async function measureStart(browser: Browser, origin: string): Promise<Record<keyof Start, number>> {
  const page = await signedIn(browser, origin, PHONE);
  const cdp = await page.context().newCDPSession(page);
  await slowDown(cdp);
  const starts: Start[] = [];
  for (let time = 0; time < TIMES; time += 1) starts.push(await startOnce(page, cdp));
  const median = (name: keyof Start) =>
    starts.map((start) => start[name]).sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
  return {
    firstPaintMs: median('firstPaintMs'),
    usableMs: median('usableMs'),
    completeMs: median('completeMs'),
    kilobytes: median('kilobytes'),
  };
}

async function slowDown(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_TIMES_SLOWER });
}

async function startOnce(page: Page, cdp: CDPSession): Promise<Start> {
  await cdp.send('Network.clearBrowserCache');
  let bytes = 0;
  const count = ({ encodedDataLength }: { encodedDataLength: number }) => {
    bytes += encodedDataLength;
  };
  cdp.on('Network.loadingFinished', count);
  const startedMs = performance.now();
  await page.goto('/console/', { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  const usableMs = performance.now() - startedMs;
  await page.locator('.figure').first().waitFor();
  const completeMs = performance.now() - startedMs;
  await page.waitForLoadState('networkidle');
  cdp.off('Network.loadingFinished', count);
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  const [first, usable, complete] = [firstPaintMs, usableMs, completeMs].map(Math.round) as [
    number,
    number,
    number,
  ];
  return { firstPaintMs: first, usableMs: usable, completeMs: complete, kilobytes: Math.round(bytes / 1000) };
}
