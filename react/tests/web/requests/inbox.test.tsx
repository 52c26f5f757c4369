/** The seller's inbox in a browser: keys, focus, what is typed, and the two layouts. */
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ar } from '../../../src/headless/messages/ar.ts';
import { CallbackInbox, type CallbackInboxProps } from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

const screenshots = inject('screenshots');
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const requestOf = (number: number, name: string, changes: Parameters<typeof makeRequest>[0] = {}) =>
  makeRequest({
    id: idOf(number),
    listing_id: idOf(100 + number),
    requester_name: name,
    requested_at: minutesAgo(100 - number),
    ...changes,
  });
const AMA = requestOf(1, 'Ama Mensah', { message: 'Does it fold?' });
const KOFI = requestOf(2, 'Kofi Annan', { priority: 'high' });
const ESI = requestOf(3, 'Esi Owusu', { priority: 'urgent' });

async function renderInbox(
  props: CallbackInboxProps = {},
  width = 1000,
  reader: Partial<Parameters<typeof renderApp>[1]> = {},
  awaited = 'Ama Mensah',
) {
  const client = createFakeClient({ userId: SELLER_ID, requests: [ESI, KOFI, AMA] });
  await renderApp(
    <div style={{ inlineSize: width, marginBlock: 32 }}>
      <CallbackInbox {...props} />
    </div>,
    { client, userId: SELLER_ID, ...reader },
  );
  await expect.element(row(awaited)).toBeVisible();
  return client;
}
const row = (name: string) =>
  page.getByRole('listitem').getByRole('button', { name: new RegExp(`^${name}`) });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const detail = (name: string) => page.getByRole('region', { name: `Request from ${name}` });
const press = (keys: string) => userEvent.keyboard(keys);

/** Following a tel: link would leave the page. */
const stay = (event: Event) => (event.target as Element).closest('a[href^="tel:"]') && event.preventDefault();
document.addEventListener('click', stay);

afterEach(async () => {
  document.documentElement.style.colorScheme = '';
  document.documentElement.style.background = '';
  await page.viewport(1024, 800);
});

test('a press opens the request beside the list', async () => {
  await renderInbox();
  await expect.element(page.getByText('Choose a request to see it here.')).toBeVisible();
  await row('Ama Mensah').click();
  await expect.element(detail('Ama Mensah').getByText('Does it fold?')).toBeVisible();
  await expect.element(row('Ama Mensah')).toHaveAttribute('aria-current', 'true');
  await expect.element(row('Ama Mensah')).toHaveFocus();
  await row('Ama Mensah').click();
  await expect.element(page.getByRole('heading', { name: 'Request from Ama Mensah' })).toHaveFocus();
});

test('a narrow place shows one of the two, and takes the focus along', async () => {
  await renderInbox({}, 280);
  await row('Kofi Annan').click();
  await expect.element(page.getByRole('heading', { name: 'Request from Kofi Annan' })).toHaveFocus();
  await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
  await button('All requests').click();
  await expect.element(row('Kofi Annan')).toHaveFocus();
  await expect.element(detail('Kofi Annan')).not.toBeInTheDocument();
});

describe('keys', () => {
  test('move through the list, act on the request, and close it', async () => {
    const client = await renderInbox();
    await press('j');
    await expect.element(detail('Esi Owusu')).toBeVisible();
    await press('j');
    await expect.element(row('Ama Mensah')).toHaveFocus();
    await press('k');
    await expect.element(row('Esi Owusu')).toHaveFocus();
    await press('a');
    await expect
      .poll(() => client.callsOf('updateCallbackRequestStatus'))
      .toEqual([[ESI.id, { status: 'acknowledged' }]]);
    await press('{Escape}');
    await expect.element(detail('Esi Owusu')).not.toBeInTheDocument();
    await expect.element(row('Esi Owusu')).toHaveFocus();
  });

  test('that come before the request is drawn are kept', async () => {
    const client = await renderInbox();
    const type = (key: string) =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    new MutationObserver((_, observer) => {
      if (document.querySelector('.cb-inbox-detail h2')?.textContent !== 'Request from Esi Owusu') return;
      observer.disconnect();
      expect(document.querySelector('.cb-inbox-content')).toBeNull();
      type('a');
    }).observe(document.body, { subtree: true, childList: true });
    type('j');
    await expect
      .poll(() => client.callsOf('updateCallbackRequestStatus'))
      .toEqual([[ESI.id, { status: 'acknowledged' }]]);
  });

  test('call, decline and search', async () => {
    const client = await renderInbox({ defaultValue: { requestId: AMA.id } });
    await expect.element(detail('Ama Mensah').getByRole('link', { name: /^Call/ })).toBeVisible();
    await press('c');
    await expect.poll(() => client.callsOf('updateCallbackRequestStatus')).toHaveLength(1);
    await press('d');
    await expect.element(page.getByLabelText('Reason (optional)')).toHaveFocus();
    await press('jack');
    await expect.element(page.getByLabelText('Reason (optional)')).toHaveValue('jack');
    await button('Back').click();
    await press('/');
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await press('k');
    await expect.element(page.getByRole('searchbox')).toHaveValue('k');
    await expect.element(detail('Ama Mensah')).toBeVisible();
  });

  test('are listed, and do nothing with a modifier or while the list of them is open', async () => {
    await renderInbox();
    await press('{Control>}j{/Control}');
    await press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect.element(help.getByText('Next request')).toBeVisible();
    expect(await findViolations()).toEqual([]);
    await press('j');
    await press('{Escape}');
    await expect.element(help).not.toBeInTheDocument();
    await expect.element(page.getByText('Choose a request to see it here.')).toBeVisible();
  });

  test('can be turned off', async () => {
    await renderInbox({ shortcuts: false });
    await press('j');
    await press('?');
    await expect.element(page.getByText('Choose a request to see it here.')).toBeVisible();
    expect(document.querySelector('dialog')).toBeNull();
  });
});

test('nothing moves and nothing typed is lost when something comes', async () => {
  const client = await renderInbox();
  await row('Ama Mensah').click();
  const note = page.getByLabelText('Private note');
  await note.fill('Offered 80.');
  await button('Decline').click();
  await page.getByLabelText('Reason (optional)').fill('It is so');
  const place = row('Ama Mensah').element().getBoundingClientRect().top;
  client.server.requests = [
    requestOf(9, 'Yaw Boateng', { requested_at: new Date().toISOString(), priority: 'urgent' }),
    ...client.server.requests.map((known) =>
      known.id === AMA.id ? { ...known, message: 'Edited', updated_at: new Date().toISOString() } : known,
    ),
  ];
  for (const { send } of client.subscribers) send({ type: 'reset' } as never);
  await expect.element(button('1 new')).toBeVisible();
  await expect.element(detail('Ama Mensah').getByText('Edited').first()).toBeVisible();
  expect(row('Ama Mensah').element().getBoundingClientRect().top).toBe(place);
  await expect.element(page.getByLabelText('Reason (optional)')).toHaveValue('It is so');
  await expect.element(note).toHaveValue('Offered 80.');
  await row('Kofi Annan').click();
  await row('Ama Mensah').click();
  await expect.element(page.getByLabelText('Reason (optional)')).toHaveValue('It is so');
  await button('1 new').click();
  await expect.element(page.getByRole('listitem').first().getByText('Yaw Boateng')).toBeVisible();
});

test('the search keeps the focus while the list changes', async () => {
  await renderInbox();
  await page.getByRole('searchbox').fill('esi bicycle');
  await expect.element(row('Ama Mensah')).not.toBeInTheDocument();
  await expect.element(row('Esi Owusu')).toBeVisible();
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
});

test('the note is saved when the field is left', async () => {
  const client = await renderInbox({ defaultValue: { requestId: AMA.id } });
  await page.getByLabelText('Private note').fill('Offered 80.');
  await row('Kofi Annan').click();
  await row('Ama Mensah').click();
  await expect.element(page.getByLabelText('Private note')).toHaveValue('Offered 80.');
  expect(client.callsOf('setSellerNote')).toEqual([[AMA.id, { note: 'Offered 80.' }]]);
});

describe('the number', () => {
  test('is copied', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await renderInbox({ defaultValue: { requestId: AMA.id } });
    await button('Copy number').click();
    expect(write).toHaveBeenCalledWith('+442079460018');
    await expect.element(page.getByRole('status').getByText('Number copied')).toBeInTheDocument();
    write.mockRestore();
  });

  test('is there to be selected where the browser refuses', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Denied'));
    await renderInbox({ defaultValue: { requestId: AMA.id } });
    await button('Copy number').click();
    const field = page.getByLabelText(/We couldn’t copy the number/);
    await expect.element(field).toHaveValue('+442079460018');
    write.mockRestore();
  });

  test('is a code for the telephone, where there is a mouse and no touch', async () => {
    await renderInbox({ defaultValue: { requestId: AMA.id } });
    await button('Show QR code').click();
    const code = page.getByRole('img', { name: 'Scan with your phone to call' });
    await expect
      .poll(() => code.element().querySelector('path')?.getAttribute('d')?.length ?? 0)
      .toBeGreaterThan(500);
    expect(await findViolations()).toEqual([]);
    await button('Hide QR code').click();
    await expect.element(code).not.toBeInTheDocument();
  });
});

describe('a long list', () => {
  const all = Array.from({ length: 200 }, (_, index) =>
    requestOf(index + 10, `Buyer ${String(index + 1).padStart(3, '0')}`, {
      requested_at: minutesAgo(1000 - index),
    }),
  );
  const drawn = () => page.getByRole('listitem').elements();
  const last = () => drawn().at(-1);

  async function renderLongInbox() {
    await renderInbox(
      {},
      1000,
      { client: createFakeClient({ userId: SELLER_ID, requests: all.toReversed() }) },
      'Buyer 001',
    );
    for (const count of [50, 100, 150, 200]) {
      await expect.poll(placeOfLast).toBe(`${count}`);
      if (count < all.length) (button('Show more').element() as HTMLElement).click();
    }
  }
  function placeOfLast() {
    scrollTo(0, document.documentElement.scrollHeight);
    return last()?.ariaPosInSet;
  }

  test('has only those rows in the page that are near, and says how many there are', async () => {
    await renderLongInbox();
    await expect.poll(() => last()?.ariaSetSize).toBe('200');
    expect(drawn().length).toBeLessThan(80);
    const height = document.documentElement.scrollHeight;
    scrollTo(0, 0);
    await expect.element(row('Buyer 001')).toBeInViewport();
    await expect.poll(() => last()?.ariaPosInSet).not.toBe('200');
    expect(drawn().length).toBeLessThan(80);
    // Rows that are not drawn take an estimated height.
    expect(Math.abs(document.documentElement.scrollHeight / height - 1)).toBeLessThan(0.01);
    expect(await findViolations()).toEqual([]);
  });

  test('keeps the row that has the focus, and the keys go on from the open one', async () => {
    await renderLongInbox();
    scrollTo(0, 0);
    await row('Buyer 002').click();
    scrollTo(0, document.documentElement.scrollHeight);
    await expect.element(row('Buyer 200')).toBeInViewport();
    await expect.element(row('Buyer 002')).toHaveFocus();
    await press('j');
    await expect.element(row('Buyer 003')).toHaveFocus();
    await expect.element(row('Buyer 003')).toBeInViewport();
    await expect.element(detail('Buyer 003')).toBeVisible();
  });
});

test('snoozes until a suggested time', async () => {
  const client = await renderInbox({ defaultValue: { requestId: AMA.id } });
  await button('Call again later').click();
  await expect.element(page.getByRole('group', { name: 'When do you want to call?' })).toHaveFocus();
  await button(/^Call again (today|tomorrow)/)
    .first()
    .click();
  await expect
    .element(
      detail('Ama Mensah')
        .getByText(/^Snoozed until/)
        .first(),
    )
    .toBeVisible();
  expect(client.callsOf('snoozeCallbackRequest')).toHaveLength(1);
  await button('End snooze').click();
  await expect.poll(() => client.callsOf('snoozeCallbackRequest').at(-1)).toEqual([AMA.id, { until: null }]);
});

test('a common reason takes one press', async () => {
  await renderInbox({ defaultValue: { requestId: AMA.id } });
  await button('Decline').click();
  await button('It’s already sold.').click();
  await expect.element(page.getByLabelText('Reason (optional)')).toHaveValue('It’s already sold.');
});

describe('side by side in a wide window', () => {
  test.each([
    ['light', { theme: { mode: 'light' } }],
    ['dark', { theme: { mode: 'dark' } }],
    ['rtl', { theme: { mode: 'light' }, locale: 'ar', messages: ar }],
  ] as const)('%s: axe finds nothing, and nothing sticks out', async (name, reader) => {
    await page.viewport(1280, 900);
    document.documentElement.style.colorScheme = name === 'dark' ? 'dark' : 'light';
    document.documentElement.style.background = 'Canvas';
    await renderInbox({ defaultValue: { requestId: AMA.id } }, 1240, reader);
    const [list, side] = ['.cb-inbox-list', '.cb-inbox-side'].map((name) => boxOf(name));
    expect(name === 'rtl' ? side?.right : list?.right).toBeLessThan(
      (name === 'rtl' ? list : side)?.left ?? 0,
    );
    await expect.poll(() => document.querySelector('.cb-events')).not.toBeNull();
    if (screenshots) await page.screenshot({ path: `${screenshots}/inbox-wide-${name}.png` });
    expect(await findViolations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });
});

const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
