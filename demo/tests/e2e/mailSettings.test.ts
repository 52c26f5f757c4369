/**
 * From a mail to the page on which one chooses one's mails: without an account, by the keyboard alone, with
 * nothing for axe to find.
 */
import { mail as arabic } from '@ringback/client/texts/ar';
import { mail as english } from '@ringback/client/texts/en';
import { expect, inject, test } from 'vitest';
import { findLost, findViolations } from './support/judge.ts';
import { askForCall, bystander, clientOf, freeListing, type Person, playing } from './support/people.ts';
import { PHONE, see, visit } from './support/visit.ts';

const words = english.mailSettings;
const FIRST = 21;

const MESSAGE = 'Which mails do you get?';

/** The last link of the mail that the seller gets when this buyer requests a callback. */
async function linkFor(seller: Person, asker: Person): Promise<string> {
  await askForCall(asker, await freeListing(asker, seller), { message: MESSAGE });
  let link: string | undefined;
  await expect.poll(async () => (link = await findLink()), { timeout: 30_000, interval: 1_000 }).toBeTruthy();
  return link ?? '';
}

async function findLink(): Promise<string | undefined> {
  const list = await textOf('/demo/mail');
  for (const [, id] of list.matchAll(/href="\/demo\/mail\/(\d+)"/g)) {
    const mail = await textOf(`/demo/mail/${id}/body`);
    if (mail.includes(MESSAGE)) return /href="([^"]*\/unsubscribe\/[^"]*)"/.exec(mail)?.[1];
  }
  return undefined;
}

const textOf = async (path: string) => (await fetch(new URL(path, inject('origin')))).text();

test('a mail leads to a page that turns mails off and on, by the keyboard alone', async () => {
  const seller = await playing('seller');
  const client = clientOf(seller);
  const { channels: _, ...before } = await client.getPreferences();
  const link = await linkFor(seller, await bystander(FIRST));
  const page = await visit();
  await page.goto(link);
  await see(page.getByRole('button', { name: words.stopAll })).toHaveCSS('color', 'rgb(255, 255, 255)');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await see(page.getByRole('status')).toHaveText(words.stopped);
  expect((await client.getPreferences()).email).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await see(page.getByRole('status')).toHaveText(words.saved);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await see(page.getByRole('checkbox').first()).not.toBeChecked();
  await see(page.getByRole('checkbox').last()).toBeChecked();
  await client.putPreferences(before);
});

test('axe finds nothing in it, on a dark phone and in Arabic', async () => {
  const seller = await playing('seller');
  const client = clientOf(seller);
  const { channels: _, ...before } = await client.getPreferences();
  const link = await linkFor(seller, await bystander(FIRST + 1));
  for (const [locale, colorScheme] of [
    ['en', 'dark'],
    ['ar', 'light'],
  ] as const) {
    await client.putPreferences({ ...before, locale });
    const page = await visit({ viewport: PHONE, colorScheme });
    // The page's own policy would keep axe out, and the marketplace's its style.
    await page.goto('about:blank');
    await page.setContent(await (await page.request.get(link)).text());
    const { title } = locale === 'ar' ? arabic.mailSettings : words;
    await see(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(await findLost(page)).toEqual([]);
    expect(await findViolations(page, 'all')).toEqual([]);
  }
  await client.putPreferences(before);
});
