/** Firefox and WebKit, in which the long tests repeat the main flows: where they are, how Firefox starts. */
import { existsSync } from 'node:fs';
import { type Browser, firefox } from 'playwright';

export type Engine = 'chromium' | 'firefox' | 'webkit';

/** Which browser the end-to-end tests run in: `RINGBACK_BROWSER`, or Chromium. */
export const ENGINE = readEngine(process.env.RINGBACK_BROWSER);

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** WebKitGTK's driver, and the small browser that comes with it. */
export const WEBKIT = {
  driver: '/usr/bin/WebKitWebDriver',
  browser: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  display: '/usr/bin/Xvfb',
};

/** The Firefox that `RINGBACK_FIREFOX` names, or the first that is installed. */
export const findFirefox = () => process.env.RINGBACK_FIREFOX ?? FIREFOX.find((path) => existsSync(path));

export const hasWebkit = () => Object.values(WEBKIT).every((path) => existsSync(path));

/** An ordinary Firefox, driven over WebDriver BiDi. */
export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath)
    throw new Error('There is no Firefox for the tests. Debian: apt-get install firefox-esr');
  const browser = await firefox.launch({
    channel: 'moz-firefox',
    executablePath,
    firefoxUserPrefs: { 'ui.prefersReducedMotion': 1, 'ui.systemUsesDarkTheme': 0 },
  });
  withoutMediaFeatures(browser);
  return browser;
}

interface Session {
  send(method: string, parameters?: object): Promise<unknown>;
}
interface Internals {
  _connection: { toImpl(browser: Browser): { _browserSession: Session } };
}

/** Playwright sets colours and motion by a command that Firefox ESR refuses; the preferences set them. */
function withoutMediaFeatures(browser: Browser): void {
  const { _connection } = browser as unknown as Internals;
  const sessions: Session = Object.getPrototypeOf(_connection.toImpl(browser)._browserSession);
  const { send } = sessions;
  sessions.send = async function (method, parameters) {
    if (method !== 'emulation.setMediaFeaturesOverride') return send.call(this, method, parameters);
  };
}

function readEngine(name = 'chromium'): Engine {
  if (name === 'chromium' || name === 'firefox' || name === 'webkit') return name;
  throw new Error(`RINGBACK_BROWSER is ${name}; it may be chromium, firefox or webkit.`);
}
