/** What people do with the components, step by step, and on which page. */
import type { Page } from 'playwright';

export interface Scene {
  /** The page, in interaction/. */
  file: string;
  viewport: { width: number; height: number };
  rounds: number;
  /** What comes before the processor is slowed down. */
  prepare?: (page: Page) => Promise<void>;
  /** In order. */
  steps: Record<string, (page: Page) => Promise<void>>;
}

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };
const rows = (page: Page) => page.locator('.cb-inbox-row');

export const SCENES: Record<string, Scene> = {
  /** A buyer on a phone. */
  button: {
    file: 'index.html',
    viewport: PHONE,
    rounds: 7,
    steps: {
      'open the form': (page) => page.getByRole('button', { name: 'Call me back' }).first().click(),
      'open the preferred times': (page) => page.getByText('When should they call?').click(),
      'choose a day': (page) => page.getByText('Monday').click(),
      'choose a time': (page) => page.getByText('Evening').click(),
      'type a message': (page) =>
        page.getByRole('textbox', { name: /^Message/ }).pressSequentially('Is it there?', { delay: 50 }),
      'close the form': (page) => page.getByRole('button', { name: 'Close' }).click(),
      'open it again': (page) => page.getByRole('button', { name: 'Call me back' }).first().click(),
      'send it': (page) => page.getByRole('button', { name: 'Request callback' }).click(),
    },
  },
  /** A seller with 5,000 requests, of whom 1,000 are loaded. */
  inbox: {
    file: 'inbox.html',
    viewport: WIDE,
    rounds: 3,
    prepare: (page) => loadRows(page, 1_000),
    steps: {
      'open a request': (page) => rows(page).nth(1).click(),
      'move with the keys': (page) => pressKeys(page, 'jjjk'),
      'write a note': (page) =>
        page.getByLabel('Private note').pressSequentially('80, Tuesday', { delay: 50 }),
      scroll: (page) => scroll(page, 20),
      'choose a tab': (page) => page.getByRole('radio', { name: /^All/ }).check({ force: true }),
      'type a search': (page) => page.getByRole('searchbox').pressSequentially('ama 499', { delay: 60 }),
      'open what was found': (page) => rows(page).first().click(),
    },
  },
};

/** Only what is near is drawn, so the last row's place is the count. */
async function loadRows(page: Page, count: number) {
  const last = page.getByRole('listitem').last();
  while (Number(await last.getAttribute('aria-posinset')) < count) {
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.waitForTimeout(60); // a busy button takes no press
  }
  await page.evaluate(() => scrollTo(0, 0));
}

async function pressKeys(page: Page, keys: string) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
}

async function scroll(page: Page, steps: number) {
  await rows(page).nth(3).hover();
  for (let step = 0; step < steps; step++) {
    await page.mouse.wheel(0, 1_500);
    await page.waitForTimeout(60);
  }
}
