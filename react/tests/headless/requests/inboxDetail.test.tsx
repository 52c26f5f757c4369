/** The open request in the seller's inbox: the note, the snooze, common reasons. */
import { eventually } from '@ringback/testing/eventually.ts';
import { describe, expect, test } from 'vitest';
import { useInboxDetail, useInboxRequest } from '../../../src/headless/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeRequest, SELLER_ID } from '../../support/samples.ts';
import { act, renderHook } from '../support/renderHook.tsx';

const AMA = makeRequest({ id: idOf(1), message: 'Does it fold?' });

describe('the open request', () => {
  async function renderDetail(request = AMA, links = {}) {
    const client = createFakeClient({ userId: SELLER_ID, requests: [request] });
    const detail = await renderHook(
      (given: ReturnType<typeof makeRequest>) => {
        const { request: latest = given, title, state } = useInboxRequest(given.id, given);
        return { title, state, ...useInboxDetail({ request: latest }) };
      },
      request,
      { client, userId: SELLER_ID, links },
    );
    return { ...detail, client, model: () => detail.result.current };
  }

  test('is there at once as the list has it, with the way to its listing', async () => {
    const { result, model } = await renderDetail(AMA, { listing: (id: string) => `/listings/${id}` });
    expect(result.first.title).toBe('Request from Ama Mensah');
    expect(model().listing).toEqual({ href: `/listings/${AMA.listing_id}`, label: 'View listing' });
    expect((await renderDetail()).model().listing).toBeUndefined();
  });

  test('keeps a note, saved when the field is left', async () => {
    const { model, client, until } = await renderDetail();
    await act(async () => model().note.set('Offered 80. '));
    expect(client.callsOf('setSellerNote')).toEqual([]);
    await act(async () => model().note.save());
    await until(({ note }) => note.progress === 'Saved');
    expect(client.callsOf('setSellerNote')).toEqual([[AMA.id, { note: 'Offered 80.' }]]);
    await act(async () => model().note.save());
    expect(client.callsOf('setSellerNote')).toHaveLength(1);
  });

  test('a note that could not be saved is kept, and tried again', async () => {
    const { model, client, until } = await renderDetail();
    const allow = client.refuse('setSellerNote', 'network_error');
    await act(async () => model().note.set('Offered 80.'));
    await act(async () => model().note.save());
    await until(({ note }) => note.error !== undefined);
    expect(model().note.text).toBe('Offered 80.');
    allow();
    await act(async () => model().note.retry?.run());
    await until(({ note }) => note.progress === 'Saved');
  });

  test('a note too long is not sent', async () => {
    const { model, client } = await renderDetail();
    await act(async () => model().note.set('x'.repeat(1001)));
    await act(async () => model().note.save());
    expect(model().note.error).toBe('Use at most 1000 characters.');
    expect(client.callsOf('setSellerNote')).toEqual([]);
  });

  test('a note that is being written is saved when another request is opened', async () => {
    const { model, client, unmount } = await renderDetail();
    await act(async () => model().note.set('Offered 80.'));
    await unmount();
    await eventually(() => expect(client.callsOf('setSellerNote')).toHaveLength(1));
  });

  test('is snoozed until a suggested time, and back', async () => {
    const { model, client, until } = await renderDetail();
    await act(async () => model().snooze?.open?.run());
    const [suggestion] = model().snooze?.choice?.suggestions ?? [];
    expect(suggestion?.label).toMatch(/^Call again /);
    await act(async () => model().snooze?.choice?.choose(suggestion?.value ?? ''));
    await until(({ snooze }) => snooze?.until !== undefined);
    expect(model().snooze).toMatchObject({
      until: expect.stringMatching(/^Snoozed until /),
      choice: undefined,
    });
    expect(model().card.marks).toContainEqual(expect.objectContaining({ label: model().snooze?.until }));
    expect(client.callsOf('snoozeCallbackRequest')).toEqual([[AMA.id, { until: suggestion?.value }]]);
    await act(async () => model().snooze?.end?.run());
    await until(({ snooze }) => snooze?.until === undefined);
    expect(client.callsOf('snoozeCallbackRequest').at(-1)).toEqual([AMA.id, { until: null }]);
  });

  test('says why it was not snoozed; one that has ended cannot be', async () => {
    const { model, client, until } = await renderDetail();
    client.refuse('snoozeCallbackRequest', 'request_expired');
    await act(async () => model().snooze?.open?.run());
    await act(async () =>
      model().snooze?.choice?.choose(model().snooze?.choice?.suggestions[0]?.value ?? ''),
    );
    await until(({ error }) => error === 'This request has expired.');
    expect((await renderDetail(makeRequest({ status: 'completed' }))).model().snooze).toBeUndefined();
  });

  test('declines with a common reason, or adds it to what is written', async () => {
    const { model } = await renderDetail();
    await act(async () => model().card.decline?.run());
    const declining = () => model().card.declining;
    const [sold = '', noTime = ''] = declining()?.suggestions ?? [];
    await act(async () => declining()?.suggest(sold));
    await act(async () => declining()?.suggest(noTime));
    expect(declining()?.reason).toBe('I can’t call this week.');
    await act(async () => declining()?.setReason('Sorry.'));
    await act(async () => declining()?.suggest(sold));
    expect(declining()?.reason).toBe('Sorry. It’s already sold.');
  });
});

test('a request that is gone says so', async () => {
  const { result, until } = await renderHook(() => useInboxRequest(idOf(77), undefined), undefined, {
    client: createFakeClient({ userId: SELLER_ID, requests: [AMA] }),
    userId: SELLER_ID,
  });
  await until(({ state }) => state.kind === 'empty');
  expect(result.current).toMatchObject({
    title: 'Request',
    state: { text: 'This request no longer exists.' },
  });
});
