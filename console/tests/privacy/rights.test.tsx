/** What clean-up is about to do, legal holds, and what is done for a person: export and erasure. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { PERSON_DETAIL } from '../people/fixtures.ts';
import { SESSION } from '../support/fixtures.ts';
import { findViolations } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { CONSENTS, HOLD, RETENTION } from './fixtures.ts';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog');
const ERASURE = {
  ...{ person_id: '41', erased_at: null, held_until: null },
  ...{
    requests_made: 3,
    requests_received: 0,
    held_requests: 1,
    open_requests: 1,
    notifications: 2,
    deliveries: 4,
    devices: 2,
  },
};
const NOTHING = { getRetention: () => RETENTION, listHolds: () => [], listConsentTexts: () => CONSENTS };
const ON_PERSON = { getOperatorPerson: () => PERSON_DETAIL, listHolds: () => [] };

test('the rules say what is due, what was done last, and what was never done', async () => {
  await openPage('/privacy', { answers: NOTHING });
  for (const text of ['30 days', '10,000+', '2 days', 'Nothing yet', 'Not yet', 'Until it ends'])
    await expect.element(page.getByText(text, { exact: true }).first()).toBeVisible();
  await expect.element(page.getByText(/^412 on /).first()).toBeVisible();
});

test('a hold is placed with a reason and an end; what the API refuses stands in the dialog', async () => {
  const holdPerson = vi.fn((id: string) => {
    if (id === 'nobody') throw new CallbackError('not_found', 'There is no such person.');
  });
  await openPage('/privacy', { answers: { ...NOTHING, holdPerson } });
  await button('Place a hold').click();
  expect(await findViolations()).toEqual([]);
  await dialog.getByLabelText('Person’s id').fill('nobody');
  await dialog.getByLabelText('Reason').fill('Court order');
  await dialog.getByLabelText('Ends on').fill('2031-06-30');
  await dialog.getByRole('button', { name: 'Place hold' }).click();
  await expect.element(page.getByText('There is no such person.')).toBeVisible();
  await dialog.getByLabelText('Person’s id').fill(' 41 ');
  await dialog.getByRole('button', { name: 'Place hold' }).click();
  await expect.element(page.getByText('Legal hold placed')).toBeVisible();
  expect(holdPerson).toHaveBeenLastCalledWith('41', {
    ...{ reason: 'Court order', ends_at: '2031-07-01T00:00:00.000Z' },
  });
});

test('a hold is for days of the marketplace’s time zone, and keeps its last day when its reason is changed', async () => {
  const holdPerson = vi.fn();
  const getOperatorSession = () => ({ ...SESSION, time_zone: 'Asia/Tokyo' });
  const hold = { ...HOLD, ends_at: '2027-06-30T15:00:00Z' };
  await openPage('/people/41', {
    answers: { ...ON_PERSON, getOperatorSession, listHolds: () => [hold], holdPerson },
  });
  await button('Change legal hold').click();
  await expect.element(dialog.getByLabelText('Ends on')).toHaveValue('2027-06-30');
  await dialog.getByLabelText('Reason').fill('Another court order');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('Legal hold changed')).toBeVisible();
  expect(holdPerson).toHaveBeenCalledWith('41', {
    ...{ reason: 'Another court order', ends_at: '2027-06-30T15:00:00.000Z' },
  });
});

test('a hold is ended after a question', async () => {
  const releasePerson = vi.fn();
  await openPage('/privacy', { answers: { ...NOTHING, listHolds: () => [HOLD], releasePerson } });
  await button('End hold').click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(releasePerson).not.toHaveBeenCalled();
  await button('End hold').click();
  await dialog.getByRole('button', { name: 'End hold' }).click();
  await expect.element(page.getByText('Legal hold ended')).toBeVisible();
  expect(releasePerson).toHaveBeenCalledWith('41');
});

test('a new version of the consent starts from the one before, and keeps what is empty out', async () => {
  const publishConsentText = vi.fn(() => CONSENTS);
  await openPage('/privacy', { answers: { ...NOTHING, publishConsentText } });
  await button('Publish a new version').click();
  expect(await findViolations()).toEqual([]);
  await expect.element(dialog.getByLabelText('English')).toHaveValue('You agree to a call.');
  await dialog.getByLabelText('English').fill('You agree to one call.');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect.element(page.getByText('Published').last()).toBeVisible();
  expect(publishConsentText).toHaveBeenCalledWith({ texts: { en: 'You agree to one call.' } });
});

test('a person is exported as a page after a reason', async () => {
  const exportPerson = vi.fn(() => ({
    ...{ person_id: '41', exported_at: '2026-11-30T10:00:00Z', locale: 'en', marketplace: 'Shop' },
    ...{ profile: null, requests_made: [], requests_received: [], notifications: [], preferences: null },
    ...{
      devices: [],
      request_facts: [],
      refusals: [],
      confirmed_phones: [],
      blocked_buyers: [],
      reports_made: [],
      idempotency_keys: [],
      statistics: {},
      staff_actions: [],
    },
  }));
  const createObjectURL = vi.spyOn(URL, 'createObjectURL');
  await openPage('/people/41', { answers: { ...ON_PERSON, exportPerson } });
  await button('Export').click();
  expect(await findViolations()).toEqual([]);
  await dialog.getByLabelText('Reason').fill('Ticket 1');
  await dialog.getByRole('button', { name: 'Export' }).click();
  await expect.element(page.getByText('Data exported')).toBeVisible();
  expect(exportPerson).toHaveBeenCalledWith('41', { reason: 'Ticket 1' });
  const [file] = createObjectURL.mock.calls[0] ?? [];
  expect(await (file as Blob).text()).toMatch(/^<!doctype html>/i);
});

test('an erasure shows how much it is, and asks for the word', async () => {
  const erasePerson = vi.fn((_: string, { preview }: { preview?: boolean | undefined }) => ({
    ...{ ...ERASURE, erased_at: preview ? null : '2026-11-30T10:00:00Z' },
  }));
  await openPage('/people/41', { answers: { ...ON_PERSON, erasePerson } });
  await button('Erase').click();
  for (const count of ['Requests sent', 'Requests held for review'])
    await expect.element(dialog.getByText(count)).toBeVisible();
  expect(await findViolations()).toEqual([]);
  await dialog.getByLabelText('Reason').fill('Ticket 2');
  await dialog.getByLabelText('Type erase to confirm').fill('delete');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect.element(page.getByText('Type exactly: erase')).toBeVisible();
  expect(erasePerson).toHaveBeenCalledTimes(1);
  await dialog.getByLabelText('Type erase to confirm').fill('Erase');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect.element(page.getByText('Person erased')).toBeVisible();
  expect(erasePerson).toHaveBeenLastCalledWith('41', { reason: 'Ticket 2' });
});

test('what is held cannot be erased, and its hold is shown', async () => {
  const erasePerson = () => ({ ...ERASURE, held_until: HOLD.ends_at });
  await openPage('/people/41', { answers: { ...ON_PERSON, listHolds: () => [HOLD], erasePerson } });
  await expect.element(page.getByText('Court order 12 O 345/26')).toBeVisible();
  await button('Erase').click();
  await expect.element(dialog.getByText(/A legal hold keeps this data until/)).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Erase for good' })).not.toBeInTheDocument();
});

test.each([
  ['support', ['Export']],
  ['admin', ['Export', 'Place a hold', 'Erase']],
] as const)('a %s is offered %j', async (role, offered) => {
  await openPage('/people/41', { answers: ON_PERSON, role });
  await expect.element(page.getByRole('heading', { name: 'Personal data' })).toBeVisible();
  for (const name of ['Export', 'Place a hold', 'Erase'])
    if ((offered as readonly string[]).includes(name)) await expect.element(button(name)).toBeVisible();
    else await expect.element(button(name)).not.toBeInTheDocument();
});

test('a viewer has nothing to do here, and sees a hold where there is one', async () => {
  await openPage('/people/41', { answers: ON_PERSON, role: 'viewer' });
  await expect.element(page.getByRole('heading', { name: PERSON_DETAIL.name ?? '' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Personal data' })).not.toBeInTheDocument();
  await openPage('/people/41', { answers: { ...ON_PERSON, listHolds: () => [HOLD] }, role: 'viewer' });
  await expect.element(page.getByText('Legal hold until')).toBeVisible();
  await expect.element(button('Change legal hold')).not.toBeInTheDocument();
});

test('legal holds that cannot be read are not taken for none', async () => {
  const listHolds = () => {
    throw new CallbackError('internal_error', 'Something went wrong.');
  };
  await openPage('/people/41', { answers: { ...ON_PERSON, listHolds } });
  await expect.element(page.getByText('Something went wrong.').first()).toBeVisible();
  await expect.element(button('Place a hold')).not.toBeInTheDocument();
});
