/** What a buyer sees, in every look. */
import { FULL } from '@ringback/testing/full.ts';
import { describe, test } from 'vitest';
import { fillPhone } from '../support/form.ts';
import { judge, LOOKS } from '../support/looks.ts';
import { buyer, clientOf, freeListing, playing } from '../support/people.ts';
import { see, visit } from '../support/visit.ts';
import { WORDS } from '../support/words.ts';

const seller = await playing('seller');
const FIRST_BUYER = 7;

describe.each(LOOKS)('$name', (look) => {
  const words = WORDS[look.visit.language ?? 'en'];

  test('the buyer’s listing, form and requests', async () => {
    const me = await buyer(FIRST_BUYER + look.index);
    const { id } = await freeListing(me, seller);
    const page = await visit({ ...look.visit, as: me, path: `/listings/${id}` });
    const { button, form, dialog: titles, summary, edit } = words.messages;
    const ask = page.getByRole('button', { name: button.ask });
    await see(ask).toBeEnabled();
    await judge(page, look, 'listing');
    if (!FULL) return;
    await ask.click();
    await see(page.getByLabel(form.name)).toHaveValue(me.name);
    await judge(page, look, 'form');
    await page.getByText(form.preferredTimes).click();
    await judge(page, look, 'form-preferred-times');
    await fillPhone(page.getByLabel(form.phone), '024');
    await page.getByLabel(form.name).fill('');
    await page.getByRole('button', { name: form.send }).click();
    await see(page.getByLabel(form.phone)).toBeFocused();
    await judge(page, look, 'form-errors');
    await fillPhone(page.getByLabel(form.phone), '024 412 3470');
    await page.getByLabel(form.name).fill(me.name);
    await page.getByRole('button', { name: form.send }).click();
    const request = page.getByRole('dialog', { name: titles.request });
    await see(request).toBeVisible();
    await judge(page, look, 'requested');
    await request.getByRole('button', { name: edit.open }).click();
    await see(request.getByLabel(form.phone)).toBeVisible();
    await judge(page, look, 'edit');
    await page.keyboard.press('Escape');

    await page.goto('/market/requests');
    const item = page.getByRole('article').first();
    await see(item).toBeVisible();
    await judge(page, look, 'requests');
    await item.getByRole('button', { name: summary.withdraw }).click();
    await judge(page, look, 'withdrawal');
    const [made] = (await clientOf(me).listCallbackRequests({ as: 'buyer', limit: 1 })).items;
    await page.goto(`/market/requests/${made?.id}`);
    await see(page.getByRole('heading', { level: 1, name: words.requests.detail })).toBeVisible();
    await judge(page, look, 'request');
  });
});
