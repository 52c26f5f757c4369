/** Two people, two browsers: what is tried reaches the other side at once, until both agree on how it ended. */
import { test } from 'vitest';
import { fillPhone } from './support/form.ts';
import { chooseStatus, openRequest, searchFor } from './support/inbox.ts';
import { askForCall, buyer, freeListing, playing } from './support/people.ts';
import { see, seeAtOnce, visit } from './support/visit.ts';

const seller = await playing('seller');

test('no answer, a wrong number, another number, a call, and a buyer who says that nobody called', async () => {
  const me = await buyer(15);
  const message = 'Does the bell work?';
  const listing = await freeListing(me, seller);
  await askForCall(me, listing, { message });
  const [mine, desk] = await Promise.all([
    visit({ as: me, path: '/requests' }),
    visit({ as: seller, path: '/desk' }),
  ]);
  await chooseStatus(desk, /^All/);
  await searchFor(desk, me);
  const card = await openRequest(desk, message);
  const item = mine.getByRole('article', { name: listing.title });
  const log = async (outcome: string) => {
    await card.getByRole('link', { name: `Call ${me.name}` }).click();
    await card.getByRole('button', { name: outcome, exact: true }).click();
  };

  await log('No answer');
  await card.getByRole('button', { name: 'No plan yet' }).click();
  await seeAtOnce(item.getByText(/tried to reach you today at .* \(no answer\)/)).toBeVisible();
  await see(card.getByText('1 call attempt')).toBeVisible();

  await log('Wrong number');
  await see(card.getByText('Wrong number. Waiting for the buyer to correct it.')).toBeVisible();
  await seeAtOnce(item.getByText(/reached a wrong number/)).toBeVisible();
  const number = item.getByLabel('Phone number');
  if (!(await number.isVisible())) await item.getByRole('button', { name: 'Edit request' }).click();
  await fillPhone(number, '024 412 3499');
  await item.getByRole('button', { name: 'Save changes' }).click();
  await seeAtOnce(card.getByText(/^Edited /)).toBeVisible();
  await see(card.getByRole('link', { name: `Call ${me.name}` })).toHaveAttribute('href', 'tel:+233244123499');

  await log('We talked');
  await seeAtOnce(item.getByText('Did you talk?')).toBeVisible();
  await item.getByText('Nobody called').click();
  await seeAtOnce(card.getByText(`${me.name} says nobody called.`)).toBeVisible();
});
