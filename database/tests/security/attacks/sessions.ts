/** Getting into the console without a link or a session of one's own, staying in it, and hiding what one did there. */

import { createHash, randomUUID } from 'node:crypto';
import { expectRefusal } from '@ringback/testing/database/index.ts';
import { visibleText } from '@ringback/testing/visibleText.ts';
import { expect } from 'vitest';
import { type Attack, attack } from '../support/attack.ts';
import { denied } from '../support/direct.ts';
import { expectDenied, type Stage } from '../support/stage.ts';

const hash = (secret: string) => createHash('sha256').update(secret).digest();

interface SignedIn {
  id: string;
  sessionId: string;
  cookie: string;
  key: string;
}

const command = (stage: Stage) => stage.ask('service')`select callback_private.operator_of_command('root')`;

async function makeLink(stage: Stage, name: string, role = 'admin'): Promise<string> {
  const token = randomUUID();
  await stage.ask('service')`select callback_private.create_operator_link(
    ${hash(token)}, ${name}, ${role}, ${await command(stage)})`;
  return token;
}

async function signIn(stage: Stage, link: string): Promise<SignedIn | null> {
  const [cookie, key] = [randomUUID(), randomUUID()];
  const made = await stage.ask('service')`select callback_private.create_operator_session(
    ${hash(link)}, null, ${hash(cookie)}, ${hash(key)}, null)`;
  return made && { id: made.operator_id, sessionId: made.session_id, cookie, key };
}

async function signedIn(stage: Stage, role = 'admin', name: string = randomUUID()): Promise<SignedIn> {
  const session = await signIn(stage, await makeLink(stage, name, role));
  if (!session) throw new Error('The link let nobody in.');
  return session;
}

const use = (stage: Stage, { cookie, key }: Pick<SignedIn, 'cookie' | 'key'>) =>
  stage.ask('service')`select callback_private.use_operator_session(${hash(cookie)}, ${hash(key)})`;
const end = (stage: Stage, { id }: SignedIn, sessionId: string) =>
  stage.ask('service')`select public.end_callback_operator_session(${sessionId}, ${id})`;
const isLetIn = async (stage: Stage) => {
  const session = await signedIn(stage);
  expect(await use(stage, session)).toMatchObject({ id: session.id, role: 'admin' });
};

export const sessions: Attack[] = [
  attack(
    'uses an operator’s link again, or after its time',
    async (stage) => {
      const link = await makeLink(stage, 'Ada');
      await signIn(stage, link);
      expect(await signIn(stage, link)).toBeNull();
      const late = await makeLink(stage, 'Late');
      await stage.owner`update callback_private.operator_links set expires_at = now() where name = 'Late'`;
      expect(await signIn(stage, late)).toBeNull();
    },
    isLetIn,
  ),
  attack(
    'uses half of a session, or halves of two',
    async (stage) => {
      const [one, other] = [await signedIn(stage), await signedIn(stage)];
      const { cookie, key } = one;
      for (const stolen of [
        { cookie, key: '' },
        { cookie: '', key },
        { cookie, key: other.key },
        { cookie: other.cookie, key },
        { cookie: key, key: cookie },
      ])
        expect(await use(stage, stolen)).toBeNull();
      for (const halves of [[hash(cookie), null] as const, [null, hash(key)] as const, [null, null] as const])
        expect(
          await stage.ask(
            'service',
          )`select callback_private.use_operator_session(${halves[0]}, ${halves[1]})`,
        ).toBeNull();
    },
    isLetIn,
  ),
  attack(
    'keeps a session that was signed out, has expired, or whose operator is disabled or has less rights',
    async (stage) => {
      const out = await signedIn(stage);
      await end(stage, out, out.sessionId);
      expect(await use(stage, out)).toBeNull();
      const idle = await signedIn(stage);
      await stage.owner`update callback_private.operator_sessions set last_seen_at = now() - interval '12 hours' where id = ${idle.sessionId}`;
      expect(await use(stage, idle)).toBeNull();
      const old = await signedIn(stage);
      await stage.owner`update callback_private.operator_sessions set created_at = now() - interval '7 days' where id = ${old.sessionId}`;
      expect(await use(stage, old)).toBeNull();
      const disabled = await signedIn(stage);
      await stage.owner`update callback_private.operators set disabled_at = now() where id = ${disabled.id}`;
      expect(await use(stage, disabled)).toBeNull();
      await stage.owner`update callback_private.operators set disabled_at = null where id = ${disabled.id}`;
      expect(await use(stage, disabled)).toBeNull();
      const lowered = await signedIn(stage);
      await stage.owner`update callback_private.operators set role = 'viewer' where id = ${lowered.id}`;
      expect(await use(stage, lowered)).toBeNull();
    },
    isLetIn,
  ),
  attack(
    'ends or sees another operator’s session without being admin',
    async (stage) => {
      const victim = await signedIn(stage);
      for (const role of ['viewer', 'support']) {
        const other = await signedIn(stage, role);
        await expectRefusal(end(stage, other, victim.sessionId), 'not_found');
        const seen = await stage.ask('service')`
          select public.list_callback_operator_sessions(p_ended := true, p_operator_id := ${other.id})`;
        expect(JSON.stringify(seen)).not.toContain(victim.sessionId);
      }
      expect(await use(stage, victim)).not.toBeNull();
    },
    async (stage) => {
      const [victim, admin] = [await signedIn(stage, 'viewer'), await signedIn(stage)];
      await end(stage, admin, victim.sessionId);
      expect(await use(stage, victim)).toBeNull();
    },
  ),
  attack(
    'disables an operator, or lets a disabled one in, without being admin',
    async (stage) => {
      const [victim, support] = [await signedIn(stage), await signedIn(stage, 'support')];
      const set = (by: string) =>
        stage.ask('service')`select public.set_callback_operator_access(${victim.id}, true, ${by})`;
      await expectRefusal(set(support.id), 'forbidden');
      await expectRefusal(set(victim.id), 'forbidden');
      await expectRefusal(
        stage.ask(stage.buyer)`select public.set_callback_operator_access(${victim.id}, true)`,
        'forbidden',
      );
    },
    async (stage) => {
      const [victim, admin] = [await signedIn(stage, 'viewer'), await signedIn(stage)];
      await stage.ask('service')`select public.set_callback_operator_access(${victim.id}, true, ${admin.id})`;
      expect(await use(stage, victim)).toBeNull();
    },
  ),
  attack(
    'is the operator of a link or of a command by a token’s subject',
    async (stage) => {
      await stage.owner`update callback_private.settings set operator_claim = 'desk', operator_roles = '{"runs": "admin"}'`;
      await signedIn(stage, 'admin', 'Ada');
      for (const sub of ['link:Ada', 'command:root'])
        expect(
          await stage.ask('service')`select callback_private.operator_of(${{ sub, desk: 'runs' }})`,
        ).toBeNull();
    },
    async (stage) => {
      await stage.owner`update callback_private.settings set operator_claim = 'desk', operator_roles = '{"runs": "admin"}'`;
      const found = await stage.ask(
        'service',
      )`select callback_private.operator_of(${{ sub: 'Ada', desk: 'runs' }})`;
      expect(found.role).toBe('admin');
    },
  ),
  attack(
    'makes a link or a session for oneself, or reads those of others',
    async (stage) => {
      await signedIn(stage);
      await denied(
        stage,
        'select from callback_private.operator_links',
        'select from callback_private.operator_sessions',
        'update callback_private.operator_sessions set ended_at = null',
        `insert into callback_private.operator_links (token_hash, name, role) values (sha256('x'), 'me', 'admin')`,
      );
      for (const who of [stage.buyer, stage.seller, 'anon'] as const) {
        const statements = [
          `select callback_private.create_operator_link(sha256('x'), 'me', 'admin', null)`,
          `select callback_private.create_operator_session(null, null, sha256('a'), sha256('b'), null)`,
          `select callback_private.use_operator_session(sha256('a'), sha256('b'))`,
          `select callback_private.operator_of_command('root')`,
          `select callback_private.get_operator_session(null, null)`,
        ];
        for (const statement of statements) await expectDenied(stage.as(who, (sql) => sql.unsafe(statement)));
      }
    },
    isLetIn,
  ),
  attack(
    'a viewer reads a number in the audit',
    async (stage) => {
      const viewer = await signedIn(stage, 'viewer');
      await stage.owner`select callback_private.write_audit(${viewer.id}, 'add_note', 'callback_request', '1',
        ${JSON.stringify({ note: `Call ${stage.buyer.phone} or 0244 123 456, a@example.com` })}::text::jsonb)`;
      const seen = await stage.ask(
        'service',
      )`select public.list_callback_audit(p_operator_id := ${viewer.id})`;
      expect(visibleText(seen)).not.toMatch(new RegExp(`${stage.buyer.phone?.slice(1)}|0244|@example`));
    },
    async (stage) => {
      const support = await signedIn(stage, 'support');
      const seen = await stage.ask(
        'service',
      )`select public.list_callback_audit(p_operator_id := ${support.id})`;
      expect(seen.items[0]).toMatchObject({ action: 'create_operator_session', operator_id: support.id });
    },
  ),
];
