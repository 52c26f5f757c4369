/** Consent: which text a request keeps, what an operator may publish, and that a withdrawal stops everything at once. */
import { claim, serve } from '@ringback/testing/database/deliveries.ts';
import {
  actsOf,
  asOperator,
  create,
  expectInvariants,
  expectRefusal,
  get,
  listing,
  makeItNoon,
  operatorsOf,
  type Person,
  person,
  type Role,
  requestValues,
  submit,
  type TestDatabase,
  testDatabase,
  update,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';

let database: TestDatabase;
let operators: Record<Role, string>;
let buyer: Person;
let seller: Person;
beforeAll(async () => {
  database = await testDatabase();
  await makeItNoon(database.sql);
  operators = await operatorsOf(database.sql);
  await serve(database.sql, 'email', 'sms');
});
beforeEach(async () => {
  [buyer, seller] = await Promise.all([person(database), person(database)]);
});

const shown = async (locale: string | null = null) =>
  (await database.api`select get_callback_consent(${locale}, ${buyer.id}) as consent`)[0]?.consent;
const send = async (consent?: object | null) => {
  const { requester_id: _, ...content } = requestValues(buyer, await listing(database, seller));
  return (await submit(database.api, buyer.id, { ...content, ...(consent !== undefined && { consent }) }))
    .request.id;
};
const kept = async (id: string) =>
  (
    await database.sql`select consent_version as version, consent_locale as locale, consent_source as source,
    consent_withdrawn_at as withdrawn_at from callback_requests where id = ${id}`
  )[0];
const publish = (role: Role, texts: object) =>
  asOperator<{ version: number; published_by: string }[]>(
    database.api,
    operators[role],
    'publish_callback_consent',
    { p_texts: texts },
  );
const statusOf = async (id: string) => (await get(database.api, id, buyer.id)).status;

describe('the text', () => {
  test('comes in the language asked for, else in the reader’s, else in the marketplace’s', async () => {
    expect(await shown('de-AT')).toMatchObject({ version: 1, locale: 'de', is_required: false });
    expect(await shown('xx')).toMatchObject({ locale: 'en' });
    await database.api`select set_callback_preferences('{"locale": "fr"}', ${buyer.id})`;
    expect(await shown()).toMatchObject({ locale: 'fr', text: expect.stringContaining('vous acceptez') });
  });

  test('a request keeps the version, the language, the source and the time', async () => {
    const id = await send({ version: 1, locale: 'de', source: 'web' });
    expect(await kept(id)).toEqual({ version: 1, locale: 'de', source: 'web', withdrawn_at: null });
    const detail = await asOperator<{ consent: object }>(
      database.api,
      operators.viewer,
      'inspect_callback_request',
      { p_request_id: id },
    );
    expect(detail.consent).toMatchObject({
      ...{ version: 1, locale: 'de', source: 'web', given_at: expect.any(String), withdrawn_at: null },
      text: expect.stringContaining('stimmen Sie zu'),
    });
    expect(await kept(await send({ version: 1, locale: 'en' }))).toMatchObject({ source: 'api' });
    for (const none of [undefined, null]) expect((await kept(await send(none)))?.version).toBeNull();
  });

  test.each([
    { version: 99, locale: 'en' },
    { version: 1, locale: 'xx' },
    { version: 'x', locale: 'en' },
    { version: 1, locale: 'en', source: 'fax' },
    'yes',
  ])('%j is no consent', async (consent) => {
    await expectRefusal(send(consent as object), 'invalid_input');
  });

  test('where it is required, nothing is requested without it, also by the other function', async () => {
    await database.sql`update callback_private.settings set consent_required = true`;
    expect(await shown()).toMatchObject({ is_required: true });
    await expectRefusal(send(), 'invalid_input');
    await expectRefusal(create(database.api, buyer, await listing(database, seller)), 'invalid_input');
    expect(await send({ version: 1, locale: 'en' })).toEqual(expect.any(String));
    await database.sql`update callback_private.settings set consent_required = false`;
  });

  test('an admin publishes a new version; requests keep theirs, and nothing published changes', async () => {
    const id = await send({ version: 1, locale: 'en' });
    await expectRefusal(publish('support', { en: 'New words' }), 'forbidden');
    const [newest] = await publish('admin', { en: ' New words ', 'pt-BR': 'Novas palavras' });
    expect(newest).toMatchObject({ texts: { en: 'New words', 'pt-BR': 'Novas palavras' } });
    expect(await shown('de')).toMatchObject({ version: newest?.version, locale: 'en', text: 'New words' });
    expect((await kept(id))?.version).toBe(1);
    expect(await kept(await send({ version: 1, locale: 'en' }))).toMatchObject({ version: 1 });
    expect((await actsOf(database.sql, operators.admin)).at(-1)).toMatchObject({ action: 'publish_consent' });
    for (const change of [
      'update callback_private.consent_texts set text = text',
      'delete from callback_private.consent_texts',
    ])
      await expect(database.sql.unsafe(change)).rejects.toThrow('never changes');
  });

  test.each([{}, { en: '' }, { en: 'x'.repeat(1001) }, { 'not a tag': 'Text' }, { en: 'A', EN: 'B' }])(
    '%j is not published',
    async (texts) => {
      await expectRefusal(publish('admin', texts), 'invalid_input');
    },
  );
});

describe('a withdrawal', () => {
  const expectStopped = async (open: string, done: string) => {
    expect([await statusOf(open), await statusOf(done)]).toEqual(['cancelled', 'completed']);
    expect((await kept(open))?.withdrawn_at).toEqual(expect.any(Date));
    const waiting = await claim(database.api, 'email');
    expect(waiting.map(({ address }) => address)).not.toContain(buyer.email);
    await expectInvariants(database.sql);
  };
  const twoRequests = async () => {
    const [open, done] = [await send({ version: 1, locale: 'en' }), await send({ version: 1, locale: 'en' })];
    await update(database.api, done, 'completed', seller.id);
    await update(database.api, open, 'acknowledged', seller.id);
    return [open, done] as const;
  };

  test('in the app withdraws what is open and turns messages off', async () => {
    const [open, done] = await twoRequests();
    const [row] = await database.api`select withdraw_callback_consent(${buyer.id}) as withdrawal`;
    expect(row?.withdrawal).toEqual({ withdrawn_requests: 1 });
    await expectStopped(open, done);
    const [again] = await database.api`select withdraw_callback_consent(${buyer.id}) as withdrawal`;
    expect(again?.withdrawal).toEqual({ withdrawn_requests: 0 });
  });

  test('by the link of a mail does the same, and a wrong link does nothing', async () => {
    const [open, done] = await twoRequests();
    const [mail] = (await claim(database.api, 'email')).filter(({ address }) => address === buyer.email);
    const [link] =
      await database.sql`select id, secret from callback_private.deliveries where id = ${mail?.id ?? ''}`;
    const by = async (secret: string) =>
      (await database.api`select callback_private.withdraw_by_mail(${link?.id}, ${secret}) as done`)[0]?.done;
    expect(await by('01977894-0000-7000-8000-000000000000')).toBe(false);
    expect(await statusOf(open)).toBe('acknowledged');
    expect(await by(link?.secret)).toBe(true);
    await expectStopped(open, done);
  });

  test('by STOP withdraws requests to be called at that number, and no others', async () => {
    const { requester_id: _, ...content } = requestValues(buyer, await listing(database, seller));
    const theirs = (await submit(database.api, buyer.id, { ...content, requester_phone: '+447400123499' }))
      .request.id;
    const other = await send();
    const stop = () => database.api`select callback_private.set_sms_stop('+447400123499', true) as is_new`;
    expect((await stop())[0]?.is_new).toBe(true);
    expect([await statusOf(theirs), await statusOf(other)]).toEqual(['cancelled', 'pending']);
    expect((await stop())[0]?.is_new).toBe(false);
    await expectInvariants(database.sql);
  });

  test('is one’s own', async () => {
    await expectRefusal(database.api`select withdraw_callback_consent(null)`, 'unauthenticated');
  });
});
