/** What the API does when operators sign in and use their sessions, straight in SQL. */
import { createHash, randomUUID } from 'node:crypto';
import type { TestDatabase } from '@ringback/testing/database/index.ts';

export const hash = (secret: string) => createHash('sha256').update(secret).digest();

/** The two halves of a session. */
export interface Secrets {
  cookie: string;
  key: string;
}
export const secrets = (): Secrets => ({ cookie: randomUUID(), key: randomUUID() });

export interface SignedIn extends Secrets {
  /** Of the operator. */
  id: string;
  sessionId: string;
}

/** The first column of the first row. */
export const firstOf = async <T>(rows: PromiseLike<readonly Record<string, unknown>[]>) =>
  Object.values((await rows)[0] ?? {})[0] as T;

/** The calls, on that database. */
export function signInOn({ api, sql }: TestDatabase) {
  const command = (name = 'root') =>
    firstOf<string>(api`select callback_private.operator_of_command(${name})`);

  /** The token of a new link. */
  async function link(name: string, role = 'admin', by?: string): Promise<string> {
    const token = randomUUID();
    await api`select callback_private.create_operator_link(${hash(token)}, ${name}, ${role}, ${by ?? (await command())})`;
    return token;
  }

  const signIn = (token: string, { cookie, key }: Secrets = secrets(), userAgent = 'Firefox') =>
    firstOf<{ operator_id: string; session_id: string } | null>(
      api`select callback_private.create_operator_session(${hash(token)}, null, ${hash(cookie)}, ${hash(key)}, ${userAgent})`,
    );

  /** Makes an operator of that name and role, who signs in. */
  async function signedIn(role = 'admin', name: string = randomUUID()): Promise<SignedIn> {
    const own = secrets();
    const session = await signIn(await link(name, role), own);
    if (!session) throw new Error('The link let nobody in.');
    return { ...own, id: session.operator_id, sessionId: session.session_id };
  }

  const used = ({ cookie, key }: Secrets) =>
    firstOf<{ id: string; role: string; session_id: string } | null>(
      api`select callback_private.use_operator_session(${hash(cookie)}, ${hash(key)})`,
    );

  const disable = ({ id }: SignedIn, other: string, disabled = true) =>
    firstOf<{ disabled_at: string | null; sessions: number }>(
      api`select public.set_callback_operator_access(${other}, ${disabled}, ${id})`,
    );

  const auditOf = (operatorId: string) =>
    sql`select action, subject_kind, subject_id, data from callback_private.audit where operator_id = ${operatorId} order by id`;

  return { command, link, signIn, signedIn, used, disable, auditOf };
}
