/** An application on a test database, tokens for it, and calls in someone's name. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type App, type Config, createApp, createLogger, readConfig } from '@ringback/server';
import { SignJWT } from 'jose';
import { onTestFinished } from 'vitest';
import type { TestDatabase } from '../database/index.ts';

export const SECRET = 'a secret of the tests, 0123456789 abcdefgh';

/** Settings as an operator would give them, with some changed. */
export function testConfig(env: Record<string, string> = {}): Config {
  return readConfig({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    JWT_SECRET: SECRET,
    RATE_LIMIT_PER_MINUTE: '100000',
    OPERATOR_SIGN_INS_PER_MINUTE: '100000',
    // Tests share two cores; a late one is not an overload.
    MAX_EVENT_LOOP_DELAY_MS: '60000',
    ...env,
  });
}

/** An application on the API's login role. Closed when the test is; in beforeAll the caller closes it. */
export async function testApp(
  database: Pick<TestDatabase, 'api'>,
  env: Record<string, string> = {},
  lines: string[] = [],
): Promise<App> {
  const logger = createLogger('debug', { write: (line) => void lines.push(line) });
  return createApp({ config: testConfig(env), sql: database.api, logger });
}

/** The same, closed at the end of the test that asks for it. */
export async function testAppForTest(...parts: Parameters<typeof testApp>): Promise<App> {
  const app = await testApp(...parts);
  onTestFinished(() => closeNow(app));
  return app;
}

/** Closes it without waiting for connections that fetch keeps open, some of them unused. */
export async function closeNow(app: App): Promise<void> {
  const closing = app.close();
  app.server.closeAllConnections();
  await closing;
}

/** A token as the marketplace would issue it. */
export async function token(sub: string | undefined, claims: Record<string, unknown> = {}): Promise<string> {
  const jwt = new SignJWT({ role: 'authenticated', ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime(typeof claims.exp === 'number' ? claims.exp : '1h');
  if (sub !== undefined) jwt.setSubject(sub);
  return jwt.sign(new TextEncoder().encode(SECRET));
}

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'HEAD' | 'OPTIONS' | 'DELETE' | 'PUT';
  url: string;
  as?: { id: string } | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
  body: any;
}

/** Sends a request into the application, signed in as a person when one is given. */
export async function call(app: App, { method = 'GET', url, as, body, headers = {} }: Call): Promise<Answer> {
  const isStream = method === 'GET' && url === '/v1/stream';
  const response = await app.inject({
    method,
    url,
    payloadAsStream: isStream,
    headers: { ...(as && { authorization: `Bearer ${await token(as.id)}` }), ...headers },
    ...(body !== undefined && { payload: body as object }),
  });
  const text = isStream ? await beginningOf(response.stream()) : response.body;
  const isJson = String(response.headers['content-type'] ?? '').includes('json');
  return {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

/** The whole answer, or what a stream of live updates begins with; it is closed then. */
async function beginningOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const piece of stream) {
    text += piece;
    if (text.includes('event: unread')) break;
  }
  return text;
}

/** A valid request for a call about a listing. */
export function requestFor(listing: { id: string; user_id: string }, changes: Record<string, unknown> = {}) {
  return {
    listing_id: listing.id,
    seller_id: listing.user_id,
    requester_phone: '+1 212 555 0123',
    requester_name: 'Grace Buyer',
    message: 'Is it still there?',
    callback_reason: 'availability_check',
    preferred_days: ['Monday', 'Tuesday'],
    ...changes,
  };
}

export const newKey = (): string => randomUUID();

/** Lets one person ask as often as a test needs. */
export async function withoutDailyLimits({ sql }: Pick<TestDatabase, 'sql'>): Promise<void> {
  await sql`update callback_private.settings set requests_per_user_per_day = 10000, requests_per_phone_per_day = 10000,
    requests_per_seller_per_day = 10000`;
}
