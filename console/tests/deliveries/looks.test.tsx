/** The deliveries as they look: the overview, the list, and one of them in its drawer. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { testLooks } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { DELIVERIES, DELIVERY, detailOf, FIGURES, OVERVIEW, SENT } from './fixtures.ts';

const answers = {
  getDeliveryOverview: () => OVERVIEW,
  getDeliveryFigures: () => FIGURES,
  listOperatorDeliveries: () => ({ items: DELIVERIES, next_cursor: null }),
};

testLooks({
  ...{ name: 'deliveries', path: '/deliveries', answers },
  ready: 'The server refuses the connection.',
});
testLooks({
  ...{ name: 'deliveries-list', path: '/deliveries?tab=list', answers },
  ready: 'Gmail refused: mailbox full.',
});
testLooks({
  ...{ name: 'delivery-failed', path: `/deliveries?tab=list&id=${DELIVERY.id}` },
  answers: { ...answers, getOperatorDelivery: () => detailOf(DELIVERY) },
  ready: 'Ask the person for another address; a retry helps once theirs works again.',
  isDialog: true,
});
testLooks({
  ...{ name: 'delivery-sent', path: `/deliveries?tab=list&id=${SENT.id}` },
  answers: { ...answers, getOperatorDelivery: () => SENT },
  ready: 'Numbers and addresses are masked.',
  isDialog: true,
});
testLooks({
  ...{ name: 'deliveries-figures', path: '/deliveries?tab=figures', answers },
  ready: '(was 99.1%)',
});

test('the figures’ channel, days and what is drawn are in the address', async () => {
  const asked: unknown[] = [];
  const getDeliveryFigures = (range: unknown) => {
    asked.push(range);
    return FIGURES;
  };
  const path = '/deliveries?tab=figures&channel=email&from=2026-11-01&to=2026-11-30&interval=day';
  const router = await openPage(path, { answers: { ...answers, getDeliveryFigures } });
  await expect.element(page.getByRole('table', { name: 'Sent: Email', exact: true })).toBeInTheDocument();
  expect(asked[0]).toEqual({ channel: 'email', from: '2026-11-01', to: '2026-11-30', interval: 'day' });
  await page.getByRole('combobox', { name: 'Show' }).selectOptions('Dead letters');
  await expect.poll(() => router.state.location.href).toBe(`${path}&show=dead_letters`);
  const rows = page.getByRole('table', { name: 'Dead letters: Email', exact: true }).getByRole('row');
  await expect.poll(() => rows.elements().at(-1)?.textContent).toMatch(/in progress\)4$/);
});
