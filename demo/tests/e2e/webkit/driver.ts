/** The few commands of WebDriver that a journey in WebKit needs. */
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { WEBKIT } from '@ringback/testing/browser/others.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';

const PATIENCE_MS = 20_000;

/** How WebDriver names an element in JSON. */
type Reference = Record<string, string>;

export interface Webkit {
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page. */
  run<Result>(script: string, ...values: unknown[]): Promise<Result>;
  /** Waits until it is in the page. Places are CSS selectors, or XPaths that begin with `//`. */
  find(place: string): Promise<unknown>;
  click(place: string): Promise<unknown>;
  /** Replaces what is in the field. */
  fill(place: string, text: string): Promise<void>;
  /** Waits until the page shows this text. */
  see(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a screen, the driver and the browser. */
export async function openWebkit(): Promise<Webkit> {
  const stopScreen = await startScreen();
  const port = await freePort();
  const driver = spawn(WEBKIT.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: stopScreen.display },
  });
  const ask = askAt(`http://127.0.0.1:${port}`);
  await until('the driver answers', () => ask('GET', '/status').catch(() => undefined));
  const options = { binary: WEBKIT.browser, args: ['--automation'] };
  const session = await ask<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const path = `/session/${session.sessionId}`;
  return {
    ...commandsOf((method, rest, body) => ask(method, path + rest, body)),
    async close() {
      await ask('DELETE', path);
      driver.kill();
      stopScreen();
    },
  };
}

type Ask = <Value>(method: string, path: string, body?: object) => Promise<Value>;

function commandsOf(ask: Ask): Omit<Webkit, 'close'> {
  const run = <Result>(script: string, ...args: unknown[]) =>
    ask<Result>('POST', '/execute/sync', { script, args });
  const find = async (place: string) => {
    const using = place.startsWith('//') ? 'xpath' : 'css selector';
    const look = () => ask<Reference>('POST', '/element', { using, value: place }).catch(() => undefined);
    return Object.values(await until(place, look))[0];
  };
  const on = async (place: string, command: string, body = {}) =>
    ask('POST', `/element/${await find(place)}/${command}`, body);
  return {
    run,
    open: (url) => ask('POST', '/url', { url }),
    find,
    click: (place) => on(place, 'click'),
    async fill(place, text) {
      await on(place, 'clear');
      await on(place, 'value', { text });
    },
    async see(text) {
      const shown = () => run<string>('return document.body.innerText');
      await until(text, async () => (await shown()).includes(text)).catch(async () => {
        throw new Error(`Nothing says "${text}": ${await shown()}`);
      });
    },
  };
}

const askAt =
  (origin: string): Ask =>
  async (method, path, body) => {
    const response = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: never };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };

/** WebKitGTK has no mode without windows. */
async function startScreen(): Promise<(() => void) & { display: string }> {
  const screen = spawn(WEBKIT.display, ['-displayfd', '1', '-screen', '0', '1280x900x24']);
  const [number] = (await screen.stdout.take(1).toArray()) as [Buffer];
  return Object.assign(() => void screen.kill(), { display: `:${String(number).trim()}` });
}

async function until<Value>(what: string, look: () => Promise<Value | undefined>): Promise<Value> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const found = await look();
    if (found) return found;
    await delay(100);
  }
  throw new Error(`Not in time: ${what}`);
}
