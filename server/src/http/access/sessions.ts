/**
 * The two halves of an operator's session: a cookie that scripts can't read, and a key that the page sends as a header. A call needs
 * both, so neither a forged form nor a stolen cookie does anything. The database knows their hashes alone.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { invalidToken } from './identity.ts';
import type { Operator } from './operators.ts';

export const SESSION_KEY_HEADER = 'ringback-session-key';
const COOKIE = 'ringback_operator';
const SECRET = /^[\w-]{43}$/;

interface OperatorOfSession extends Operator {
  session_id: string;
}

/** 256 random bits, as a text for headers and addresses. */
export const newSecret = () => randomBytes(32).toString('base64url');

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest();

/** Whether the request brings a session, or a part of one, in place of a token. */
export function bringsSession({ headers }: FastifyRequest): boolean {
  return (
    headers.authorization === undefined &&
    (SESSION_KEY_HEADER in headers || cookieOf(headers.cookie) !== null)
  );
}

/**
 * The operator of the request's session.
 * @throws CallbackError `unauthenticated`, the same whatever is wrong with the session
 */
export async function operatorOfSession(
  database: Database,
  { headers }: FastifyRequest,
): Promise<OperatorOfSession> {
  const [cookie, key] = [cookieOf(headers.cookie), headers[SESSION_KEY_HEADER]];
  const areThere = cookie !== null && SECRET.test(cookie) && typeof key === 'string' && SECRET.test(key);
  const operator =
    areThere &&
    (await database.value<OperatorOfSession | null>(
      (sql) => sql`select callback_private.use_operator_session(${hashOf(cookie)}, ${hashOf(key)})`,
    ));
  if (operator) return operator;
  throw invalidToken('You are signed out; sign in again.');
}

/** Gives the browser its half until that time; null takes it back. */
export function setCookie(
  { protocol }: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
  cookie: { secret: string; expiresAt: string } | null,
): void {
  const { pathname } = new URL(publicUrl);
  const isHttps = protocol === 'https' || publicUrl.startsWith('https:');
  const expires = new Date(cookie?.expiresAt ?? 0).toUTCString();
  const path = `${pathname.replace(/\/$/, '')}/v1/operator`;
  const attributes = `Path=${path}; Expires=${expires}; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
  reply.header('set-cookie', `${COOKIE}=${cookie?.secret ?? ''}; ${attributes}`);
}

function cookieOf(header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  return own?.slice(COOKIE.length + 1) ?? null;
}
