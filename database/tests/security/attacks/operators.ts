/** Being an operator without being one, doing more than the role allows, and changing what the audit says. */
import { expectRefusal } from '@ringback/testing/database/index.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { denied } from '../support/direct.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

/** The marketplace takes the claim app_metadata.role, and Ann is one of its operators; gives her id. */
async function appoint({ owner }: Stage, role = 'support'): Promise<string> {
  await owner`update callback_private.settings set operator_claim = 'app_metadata.role',
    operator_roles = '{"desk": "support", "intern": "viewer"}'`;
  const [row] = await owner`
    insert into callback_private.operators (subject, name, role) values ('ann', 'Ann Secret', ${role})
    on conflict (subject) do update set role = excluded.role returning id`;
  return row?.id;
}

const DESK = { app_metadata: { role: 'desk' } };
const close = (
  stage: Stage,
  who: Parameters<Stage['ask']>[0],
  operatorId: string | null = null,
  claims = {},
) =>
  stage.ask(
    who,
    claims,
  )`select public.close_callback_request(${stage.requestId}, p_operator_id := ${operatorId})`;
const closes = async (stage: Stage) => {
  const { request } = await close(stage, 'service', await appoint(stage));
  expect(request.cancelled_by).toBe('operator');
};
/** By one's own token. */
const closesSignedIn = async (stage: Stage) => {
  await appoint(stage);
  const { request } = await close(stage, stage.otherSeller, null, DESK);
  expect(request.cancelled_by).toBe('operator');
};

export const operators: Attack[] = [
  attack(
    'names an operator, or oneself as one',
    async (stage) => {
      const operatorId = await appoint(stage);
      for (const who of [stage.buyer, stage.seller, stage.otherSeller])
        for (const named of [null, operatorId, ...(stage.database.ids === 'uuid' ? [who.id] : [])])
          await expectRefusal(close(stage, who, named), 'forbidden');
      await expectDenied(close(stage, 'anon', operatorId));
    },
    closes,
  ),
  attack(
    'is an operator by what people write of themselves, or by a role’s own name',
    async (stage) => {
      await appoint(stage);
      for (const claims of [
        { user_metadata: { role: 'desk' }, 'app_metadata.role ': 'desk' },
        { app_metadata: { role: 'support' } },
        { app_metadata: { role: 'admin' } },
        { app_metadata: { role: null } },
        { app_metadata: { role: { desk: 'desk' } } },
        { app_metadata: ['role', 'desk'] },
      ])
        await expectRefusal(close(stage, stage.otherSeller, null, claims), 'forbidden');
      // Nor by having been one: the role follows the token.
      await expectRefusal(close(stage, stage.otherSeller, null, { sub: 'ann' }), 'forbidden');
    },
    closesSignedIn,
  ),
  attack(
    'is an operator where the marketplace has not said how one is known',
    async (stage) => {
      await stage.owner`update callback_private.settings set operator_claim = 'app_metadata.role', operator_roles = '{}'`;
      await expectRefusal(close(stage, stage.otherSeller, null, DESK), 'forbidden');
      await stage.owner`update callback_private.settings set operator_claim = null, operator_roles = '{"desk": "admin"}'`;
      await expectRefusal(close(stage, stage.otherSeller, null, DESK), 'forbidden');
    },
    closesSignedIn,
  ),
  attack(
    'NULL acts as an operator',
    async (stage) => {
      await appoint(stage);
      await expectRefusal(close(stage, 'service'), 'forbidden');
      await expectRefusal(close(stage, stage.otherSeller, null, { sub: null, ...DESK }), 'forbidden');
    },
    closes,
  ),
  attack(
    'keeps the rights of an operator who is disabled',
    async (stage) => {
      const operatorId = await appoint(stage);
      await stage.owner`update callback_private.operators set disabled_at = now()`;
      await expectRefusal(close(stage, 'service', operatorId), 'forbidden');
      await expectRefusal(close(stage, stage.buyer, null, { sub: 'ann', ...DESK }), 'forbidden');
      expect(
        await stage.ask('service')`select callback_private.operator_of(${{ sub: 'ann', ...DESK }})`,
      ).toBeNull();
    },
    closes,
  ),
  attack(
    'a viewer does what only support may',
    async (stage) => {
      await expectRefusal(close(stage, 'service', await appoint(stage, 'viewer')), 'forbidden');
      const claims = { app_metadata: { role: 'intern' } };
      await expectRefusal(close(stage, stage.otherSeller, null, claims), 'forbidden');
    },
    async (stage) => {
      const operatorId = await appoint(stage, 'viewer');
      await stage.ask('service')`select public.get_callback_overview(30, ${operatorId})`;
      await closesSignedIn(stage);
    },
  ),
  attack(
    'rewrites the audit, or who is an operator',
    async (stage) => {
      await close(stage, 'service', await appoint(stage));
      await denied(
        stage,
        'update callback_private.audit set at = now()',
        'delete from callback_private.audit',
        'truncate callback_private.audit',
        'select from callback_private.audit',
        `update callback_private.operators set role = 'admin'`,
        `insert into callback_private.operators (subject, role) values ('me', 'admin')`,
        'select from callback_private.operators',
        'alter table callback_private.audit disable trigger all',
      );
      await expectDenied(
        stage.owner.savepoint((sql) => sql`delete from callback_private.audit`),
        '55000',
      );
      await expectDenied(
        stage.owner.savepoint((sql) => sql`truncate callback_private.audit`),
        '55000',
      );
      await expectDenied(
        stage.owner.savepoint((sql) => sql`update callback_private.audit set action = 'nothing'`),
        '55000',
      );
    },
    async (stage) => {
      await closes(stage);
      const rows =
        await stage.owner`select action from callback_private.audit where subject_id = ${stage.requestId}`;
      expect(rows.at(-1)).toEqual({ action: 'close_callback_request' });
    },
  ),
  attack(
    'finds out which operator it was',
    async (stage) => {
      const operatorId = await appoint(stage);
      await close(stage, 'service', operatorId);
      for (const who of [stage.buyer, stage.seller]) {
        const { requestId, ask } = stage;
        const seen = [
          await ask(who)`select public.get_callback_request(${requestId})`,
          await ask(who)`select public.list_callback_notifications()`,
          await ask('service')`select callback_private.resume_callback_events(${who.id}, '1:1:', 1000)`,
        ];
        expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${operatorId}|Ann Secret`));
      }
    },
    async (stage) => {
      await closes(stage);
      const { history } = await stage.ask(
        stage.buyer,
      )`select public.get_callback_request(${stage.requestId})`;
      expect(history.at(-1)).toMatchObject({ actor: 'operator', to_status: 'cancelled' });
    },
  ),
  attack(
    'an operator reads the buyer’s number',
    async (stage) => {
      const [open] =
        await stage.owner`select callback_private.requests_json(array[${stage.requestId}::uuid], null, true, true)`;
      expect(JSON.stringify(open)).not.toContain(stage.buyer.phone);
      const answer = await close(stage, 'service', await appoint(stage));
      expect(JSON.stringify(answer)).not.toContain(stage.buyer.phone);
      expect(JSON.stringify(answer)).not.toContain(stage.seller.phone);
    },
    closes,
  ),
];
