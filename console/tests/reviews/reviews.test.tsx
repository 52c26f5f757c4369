/** What operators do at the review desk, and what other roles are not offered. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Answers } from '../support/fixtures.ts';
import { openPage } from '../support/openPage.tsx';
import { ENTRIES, REVIEWS } from './fixtures.ts';

const answers: Answers = {
  listReviews: () => ({ items: REVIEWS, next_cursor: null, waiting: 2, asked: 0 }),
  listTrustEntries: () => ({ items: ENTRIES, next_cursor: null }),
};
const inTools = (name: string) => page.getByRole('toolbar').getByRole('button', { name });
const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const selectAll = () => page.getByRole('checkbox', { name: /select all/i }).click();
const decider = () =>
  vi.fn(({ ids, decision }: { ids: string[]; decision: string }) => ({
    results: ids.map((id) => ({ id, outcome: decision === 'approve' ? 'approved' : 'rejected' })),
    trust_entry_ids: [],
  }));

test('all that is selected is rejected at once, with a reason, and its senders are blocked', async () => {
  const decideReviews = decider();
  await openPage('/reviews', { answers: { ...answers, decideReviews: decideReviews as never } });
  await selectAll();
  await inTools('Reject…').click();
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Advertising');
  await page.getByLabelText('Block as well').selectOptions('both');
  await inDialog('Reject').click();
  await expect.element(page.getByText('3 requests decided')).toBeVisible();
  expect(decideReviews.mock.lastCall?.[0]).toEqual({
    ...{ ids: REVIEWS.map(({ id }) => id), decision: 'reject', reason: 'Advertising', block: 'both' },
  });
});

const SIGNALS = ['one', 'two', 'three', 'four', 'five'].map((name) => ({
  ...{ name, points: 20, meaning: `Signal ${name}.` },
}));
const REFUSED = REVIEWS.map((each) => ({ ...each, state: 'refused' as const, signals: SIGNALS }));
const listRefused = () => ({ items: REFUSED, next_cursor: null, waiting: 0, asked: 0 });

test('an admin blocks who sent what was refused', async () => {
  const decideReviews = vi.fn(({ ids }: { ids: string[] }) => ({
    results: ids.map((id) => ({ id, outcome: 'not_found' })),
    trust_entry_ids: ['0198c000-0000-7000-8000-000000000401', '0198c000-0000-7000-8000-000000000402'],
  }));
  await openPage('/reviews?tab=refused', {
    answers: { ...answers, listReviews: listRefused as never, decideReviews: decideReviews as never },
  });
  await expect.element(page.getByText('2 more').first()).toBeVisible();
  await selectAll();
  await inTools('Reject…').click();
  await page.getByLabelText('Block as well').selectOptions('person');
  await inDialog('Reject').click();
  await expect.element(page.getByText('2 entries added to the block list', { exact: true })).toBeVisible();
});

test('support, who blocks nobody, has nothing to do about what was refused', async () => {
  await openPage('/reviews?tab=refused', {
    answers: { ...answers, listReviews: listRefused as never },
    role: 'support',
  });
  await selectAll();
  await expect.element(inTools('Reject…')).toBeDisabled();
});

test('what is selected is approved', async () => {
  const decideReviews = decider();
  await openPage('/reviews', { answers: { ...answers, decideReviews: decideReviews as never } });
  await selectAll();
  await inTools('Approve').click();
  await inDialog('Approve').click();
  await expect.poll(() => decideReviews.mock.lastCall?.[0]).toMatchObject({ decision: 'approve' });
});

test('support blocks nobody, and a viewer decides nothing', async () => {
  await openPage('/reviews', { answers, role: 'support' });
  await selectAll();
  await inTools('Reject…').click();
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(page.getByLabelText('Block as well').elements()).toHaveLength(0);
});

test('a viewer selects nothing', async () => {
  await openPage('/reviews', { answers, role: 'viewer' });
  await expect.element(page.getByText('Road bike')).toBeVisible();
  expect(page.getByRole('checkbox').elements()).toHaveLength(0);
});

test('a request leads to what is related to it, with what they share', async () => {
  const listReviews = vi.fn((_: object) => ({ items: REVIEWS, next_cursor: null, waiting: 2, asked: 0 }));
  await openPage('/reviews', { answers: { ...answers, listReviews: listReviews as never } });
  await page.getByRole('link', { name: 'Road bike' }).click();
  await expect.element(page.getByText(/Number 3f9a2c11/).first()).toBeVisible();
  await expect.element(page.getByText(/2 requests, 2 accounts/).first()).toBeVisible();
  expect(listReviews.mock.lastCall?.[0]).toMatchObject({ relatedTo: REVIEWS[0]?.id });
});

test('an entry is added and removed by admins', async () => {
  const addTrustEntry = vi.fn(() => ENTRIES[0]);
  const removeTrustEntries = vi.fn((ids: string[]) => ({ removed: ids.length }));
  await openPage('/reviews?tab=lists', {
    answers: {
      ...answers,
      addTrustEntry: addTrustEntry as never,
      removeTrustEntries: removeTrustEntries as never,
    },
  });
  await page.getByRole('button', { name: 'Add…' }).click();
  await page.getByLabelText(/^Or a number/).fill('+44 20 7946 0018');
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Many accounts');
  await inDialog('Add').click();
  await expect
    .poll(() => addTrustEntry.mock.lastCall)
    .toEqual([{ list: 'block', phone: '+442079460018', reason: 'Many accounts' }]);
  await selectAll();
  await inTools('Remove').click();
  await expect.element(page.getByRole('heading', { name: 'Remove 2 entries?' })).toBeVisible();
  expect(removeTrustEntries).not.toHaveBeenCalled();
  await inDialog('Remove').click();
  await expect.element(page.getByText('2 entries removed')).toBeVisible();
  expect(removeTrustEntries.mock.lastCall).toEqual([ENTRIES.map(({ id }) => id)]);
  await expect.element(inTools('Remove')).not.toBeInTheDocument();
});

test('a removal that the API refuses stays open and says why', async () => {
  const removeTrustEntries = () => {
    throw new CallbackError('forbidden', 'Only admins may change the lists.');
  };
  await openPage('/reviews?tab=lists', { answers: { ...answers, removeTrustEntries } });
  await selectAll();
  await inTools('Remove').click();
  await inDialog('Remove').click();
  await expect.element(page.getByRole('dialog').getByText('Only admins may change the lists.')).toBeVisible();
});

test('an entry without an end says so', async () => {
  await openPage('/reviews?tab=lists', { answers });
  await expect.element(page.getByText('No end date').first()).toBeVisible();
});

test('the way back from what is related leads to the same part of the desk, by link and by the browser', async () => {
  const router = await openPage('/reviews?tab=sent', { answers });
  await page.getByRole('link', { name: 'Road bike' }).click();
  await expect.element(page.getByRole('heading', { name: 'Related requests' })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Back to all' }))
    .toHaveAttribute('href', '/reviews?tab=sent');
  router.history.back();
  await expect
    .element(page.getByRole('link', { name: 'Sent with a risk' }))
    .toHaveAttribute('aria-current', 'page');
});

test('a request that its seller has leads to its page, one that waits does not', async () => {
  await openPage('/reviews', { answers });
  const links = page.getByRole('link', { name: 'Sent', exact: true });
  await expect.element(links).toHaveAttribute('href', `/requests/${REVIEWS[2]?.id}`);
  expect(page.getByRole('link', { name: 'Waiting', exact: true }).elements()).toHaveLength(1); // the tab
});

test.each([
  ['', 'No requests are waiting for a decision.'],
  ['?tab=asked', 'No buyer is waiting for a review.'],
  ['?tab=decided', 'No decisions yet.'],
  ['?tab=sent', 'No risky requests were sent.'],
  ['?tab=refused', 'No requests were refused.'],
])('/reviews%s without any: %s', async (search, sentence) => {
  const listReviews = () => ({ items: [], next_cursor: null, waiting: 0, asked: 0 });
  await openPage(`/reviews${search}`, { answers: { listReviews } });
  await expect.element(page.getByText(sentence)).toBeVisible();
  expect(
    page.getByText('Requests are held here when “Risk mode” in the policy is set to “on”.').elements(),
  ).toHaveLength(search === '' ? 1 : 0);
});
