/** The audit's filters are its address and the API's parameters; entries are sentences; files hold all of them. */
import type { ListAudit } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { toLines } from '../../src/audit/ExportLines.tsx';
import { sentenceOf } from '../../src/audit/sentence.ts';
import { OPERATORS } from '../access/fixtures.ts';
import { openPage } from '../support/openPage.tsx';
import { AUDIT } from './fixtures.ts';

/** Opens it, and keeps what is asked for. */
async function openAudit(path = '/audit', items = AUDIT) {
  const asked: ListAudit[] = [];
  const router = await openPage(path, {
    answers: {
      listAudit: (query = {}) => {
        asked.push(query);
        const start = Number(query.cursor ?? 0);
        const next = start + 6 < items.length ? String(start + 6) : null;
        return { items: items.slice(start, start + 6), next_cursor: next };
      },
      listOperators: () => ({ items: OPERATORS, next_cursor: null }),
    },
  });
  return { asked, router };
}

test('each entry is a sentence', () => {
  expect(AUDIT.map(sentenceOf)).toEqual([
    'Disabled an operator',
    'Looked at the buyer’s number: She can’t reach the seller',
    'Searched for a number that ends in ••48',
    'Closed a request that was pending',
    'Paused Email: The mail server is down',
    'Retried 1,240 deliveries',
    'Changed expires_after, remind_after',
    'Made a sign-in link for Kofi Mensah as support',
    'Signed in by a link',
    'Polish the bell',
  ]);
});

test('what is chosen is in the address, and asked for; clearing removes it', async () => {
  const { asked, router } = await openAudit();
  await expect.element(page.getByText('Disabled an operator', { exact: true })).toBeVisible();
  const filters = page.getByRole('search', { name: 'Filters' });
  const choice = (name: string) => filters.getByRole('combobox', { name });
  await choice('Who').selectOptions('Kofi Mensah');
  await choice('What').selectOptions('Closed a request');
  await choice('About').selectOptions('Request');
  await filters.getByRole('searchbox').fill('0198c000');
  await expect
    .poll(() => router.state.location.search)
    .toEqual({
      ...{ operator: OPERATORS[1]?.id, action: 'close_callback_request' },
      ...{ subject: 'callback_request', search: '0198c000' },
    });
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({
      ...{ operator_id: OPERATORS[1]?.id, action: 'close_callback_request' },
      ...{ subject_kind: 'callback_request', subject_id: '0198c000' },
    });
  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => router.state.location.search).toEqual({ search: '0198c000' });
});

test('an address brings its filters along, days in the marketplace’s zone', async () => {
  const { asked } = await openAudit('/audit?from=2026-11-01&to=2026-11-02&action=pause_channel');
  await expect.element(page.getByRole('combobox', { name: 'What' })).toHaveValue('pause_channel');
  expect(asked[0]).toMatchObject({
    ...{ action: 'pause_channel', from: '2026-11-01T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z' },
  });
});

test('entries come page by page, and nothing found says so', async () => {
  await openAudit();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect.element(page.getByText('Polish the bell')).toBeVisible();
});

test('there may be none', async () => {
  await openAudit('/audit', []);
  await expect.element(page.getByText('No entries')).toBeVisible();
});

test('an entry leads to what it is about', async () => {
  await openAudit();
  const [request] = page.getByRole('link', { name: 'Request' }).elements();
  expect(request?.getAttribute('href')).toBe(`/requests/${AUDIT[1]?.subject_id}`);
});

test('both files hold all pages; a spreadsheet executes nothing', async () => {
  const texts: string[] = [];
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    void (blob as Blob).text().then((text) => texts.push(text));
    return 'blob:none';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
  await openAudit();
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await expect.poll(() => texts[0]?.split('\r\n').length).toBe(AUDIT.length + 2);
  expect(texts[0]).toContain("'=1+1");
  await page.getByRole('button', { name: 'Export NDJSON' }).click();
  await expect.poll(() => texts[1]).toBe(toLines(AUDIT));
  made.mockRestore();
  clicked.mockRestore();
});
