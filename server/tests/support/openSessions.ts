/** Every kind of session that the authorization matrix tries, open or not. */
import { newId, type TestDatabase } from '@ringback/testing/database/index.ts';
import { call } from '@ringback/testing/server/app.ts';
import type { App } from '../../src/http/types.ts';
import type { ApiWorld } from './callers.ts';

type Headers = Record<string, string>;
type Bearer = (sub: string, claims: Record<string, unknown>) => Promise<Headers>;

/** The headers of each by its caller's name. Also names the operator and the session in the world that calls are about. */
export async function openSessions(
  app: App,
  { sql }: TestDatabase,
  world: ApiWorld,
  bearer: Bearer,
): Promise<Record<string, Headers>> {
  const open = async (id: string, desk: string) => {
    const answer = await call(app, {
      ...{ method: 'POST', url: '/v1/operator/sessions', body: {}, headers: await bearer(id, { desk }) },
    });
    const { session_id: session, operator_id: operator, session_key: key } = answer.body;
    const cookie = String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
    return { session, operator, headers: { cookie, 'ringback-session-key': key } as Headers };
  };
  const { viewer, support, admin, ids } = world;
  const [looks, helps, runs] = [
    await open(viewer.id, 'looks'),
    await open(support.id, 'helps'),
    await open(admin.id, 'runs'),
  ];
  const [ended, expired] = [await open(admin.id, 'runs'), await open(admin.id, 'runs')];
  const [foreign, disabled] = [await open(newId(ids), 'runs'), await open(newId(ids), 'runs')];
  await sql`update callback_private.operator_sessions set ended_at = now() where id = ${ended.session}`;
  await sql`update callback_private.operator_sessions set last_seen_at = now() - interval '12 hours' where id = ${expired.session}`;
  await sql`update callback_private.operators set disabled_at = now() where id = ${disabled.operator}`;
  world.operatorId = foreign.operator;
  world.operatorSessionId = foreign.session;
  const { cookie = '', 'ringback-session-key': key = '' } = runs.headers;
  return {
    ...{ 'viewer’s session': looks.headers, 'support’s session': helps.headers },
    ...{ 'admin’s session': runs.headers, 'cookie without key': { cookie } },
    'key without cookie': { 'ringback-session-key': key },
    'cookie with another’s key': { ...foreign.headers, cookie },
    ...{ 'ended session': ended.headers, 'expired session': expired.headers },
    'session of a disabled operator': disabled.headers,
  };
}
