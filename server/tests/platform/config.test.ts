/** Settings are refused with a sentence that says what to set, all at once, and never with a secret's value. */
import { expect, test } from 'vitest';
import { ConfigError, readConfig, readInstallation } from '../../src/platform/config.ts';

const GOOD = {
  DATABASE_URL: 'postgres://api:pa55w0rd@db.example.com/market',
  JWT_SECRET: 'kX8v0Vq3mB1nR6tY9uW2eZ5cL7pJ4hGd',
};

function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('few settings are enough', () => {
  expect(readConfig(GOOD)).toMatchObject({
    database: { url: GOOD.DATABASE_URL, poolSize: 10 },
    http: {
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      corsOrigins: [],
      trustedProxies: [],
      maxInFlight: 200,
    },
    tokens: { keys: { kind: 'secret' } },
    logLevel: 'info',
  });
});

test('every setting is taken over', () => {
  const config = readConfig({
    ...GOOD,
    DATABASE_URL: 'postgres://api@a:5432,b:5432/market?target_session_attrs=primary',
    JWT_SECRET: '',
    JWKS_URL: 'https://project.supabase.co/auth/v1/.well-known/jwks.json',
    JWT_ISSUER: 'https://project.supabase.co/auth/v1',
    JWT_AUDIENCE: 'authenticated',
    DATABASE_POOL_SIZE: '4',
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://callbacks.example.com/',
    CORS_ORIGINS: 'https://shop.example.com, http://localhost:5173',
    TRUST_PROXY: 'loopback, 10.0.0.0/8, 2001:db8::/32',
    RATE_LIMIT_PER_MINUTE: '50',
    MAX_EVENT_LOOP_DELAY_MS: '500',
    MAX_IN_FLIGHT: '7',
    DEFAULT_PHONE_REGION: 'DE',
    CONSOLE_PATH: '/ops/console',
    METRICS_TOKEN: 'bT4xQ9sK2fV7mW1zR5cN8yH3jL6gP0dA',
    LOG_LEVEL: 'warn',
  });
  expect(config).toMatchObject({
    database: { poolSize: 4 },
    http: {
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://callbacks.example.com',
      corsOrigins: ['https://shop.example.com', 'http://localhost:5173'],
      trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::/32'],
      rateLimitPerMinute: 50,
      maxEventLoopDelayMs: 500,
      maxInFlight: 7,
      defaultPhoneRegion: 'DE',
      consolePath: '/ops/console',
    },
    tokens: {
      keys: { kind: 'jwks' },
      issuer: 'https://project.supabase.co/auth/v1',
      audience: 'authenticated',
    },
    logLevel: 'warn',
  });
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a console at no path', { CONSOLE_PATH: 'https://ops.example.com' }, /^Set CONSOLE_PATH to a path/],
  ['no database', { DATABASE_URL: '' }, /^Set DATABASE_URL/],
  ['another database', { DATABASE_URL: 'mysql://root@db/market' }, /^Set DATABASE_URL/],
  ['an address that is none', { DATABASE_URL: 'postgres://api:p w@:x/' }, /^Set DATABASE_URL/],
  ['neither secret nor keys', { JWT_SECRET: '' }, /^Set JWT_SECRET .* or JWKS_URL/],
  ['secret and keys', { JWKS_URL: 'https://id.example.com/keys' }, /^Set either JWT_SECRET or JWKS_URL/],
  [
    'a short secret',
    { JWT_SECRET: 'kX8v0Vq3mB1nR6tY9uW2eZ5cL7pJ4hG' },
    /^Set JWT_SECRET to at least 32 bytes/,
  ],
  [
    'a published secret',
    { JWT_SECRET: 'super-secret-jwt-token-with-at-least-32-characters-long' },
    /can be guessed/,
  ],
  ['a secret of one letter', { JWT_SECRET: 'a'.repeat(64) }, /can be guessed/],
  [
    'keys over plain http',
    { JWT_SECRET: '', JWKS_URL: 'http://id.example.com/keys' },
    /^Set JWKS_URL to the https/,
  ],
  ['keys at no address', { JWT_SECRET: '', JWKS_URL: 'keys' }, /^Set JWKS_URL/],
  ['keys from a file', { JWT_SECRET: '', JWKS_URL: 'file:///etc/keys' }, /^Set JWKS_URL/],
  ['a port that is none', { PORT: '70000' }, /^Set PORT to a whole number from 0 to 65535/],
  ['a port in words', { PORT: 'http' }, /^Set PORT/],
  ['no connections', { DATABASE_POOL_SIZE: '0' }, /^Set DATABASE_POOL_SIZE/],
  ['any origin', { CORS_ORIGINS: '*' }, /^Set CORS_ORIGINS to exact origins/],
  ['an origin with a path', { CORS_ORIGINS: 'https://shop.example.com/' }, /^Set CORS_ORIGINS/],
  ['the origin null', { CORS_ORIGINS: 'null' }, /^Set CORS_ORIGINS/],
  ['a number of hops', { TRUST_PROXY: '1' }, /^Set TRUST_PROXY to the addresses/],
  ['every proxy', { TRUST_PROXY: 'true' }, /^Set TRUST_PROXY/],
  ['the whole world as proxy', { TRUST_PROXY: '0.0.0.0/0' }, /^Set TRUST_PROXY/],
  ['no requests', { RATE_LIMIT_PER_MINUTE: '0' }, /^Set RATE_LIMIT_PER_MINUTE/],
  ['a made-up country', { DEFAULT_PHONE_REGION: 'XX' }, /^Set DEFAULT_PHONE_REGION/],
  ['a name among the exempt addresses', { EXEMPT_ADDRESSES: 'office.example.com' }, /^Set EXEMPT_ADDRESSES/],
  ['no connections of an address', { MAX_CONNECTIONS_PER_ADDRESS: '0' }, /^Set MAX_CONNECTIONS_PER_ADDRESS/],
  ['a short metrics token', { METRICS_TOKEN: 'metrics' }, /^Set METRICS_TOKEN/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^Set LOG_LEVEL/],
  ...[
    'callbacks@shop.example.com',
    'mailto:callbacks@localhost',
    'mailto:callbacks@box.local',
    'https://localhost:3000',
    'mailto: callbacks@shop.example.com',
  ].map((subject): [string, Record<string, string>, RegExp] => [
    `${subject}, where Apple reaches nobody`,
    { VAPID_PUBLIC_KEY: 'B'.repeat(87), VAPID_PRIVATE_KEY: 'B'.repeat(43), VAPID_SUBJECT: subject },
    /^Set VAPID_SUBJECT/,
  ]),
  ['a public address that is none', { PUBLIC_URL: 'callbacks.example.com' }, /^Set PUBLIC_URL/],
])('refuses %s', (_name, env, sentence) => {
  const problems = problemsOf({ ...GOOD, ...env });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(sentence);
  expect(problems[0]).toMatch(/\.$/);
});

test('mail needs the address of the API, unless all is on this machine', () => {
  const mail = { SMTP_URL: 'smtps://smtp.example.com', MAIL_FROM: 'callbacks@shop.example.com' };
  const here = { DATABASE_URL: 'postgres://api@localhost/market', SMTP_URL: 'smtp://127.0.0.1:1025' };
  expect(problemsOf({ ...GOOD, ...mail })).toEqual([expect.stringMatching(/^Set PUBLIC_URL to the address/)]);
  expect(problemsOf({ ...GOOD, ...mail, DATABASE_URL: here.DATABASE_URL })).toHaveLength(1);
  expect(problemsOf({ ...GOOD, ...mail, SMTP_URL: here.SMTP_URL })).toHaveLength(1);
  expect(problemsOf({ ...GOOD, ...mail, ...here })).toEqual([]);
  expect(problemsOf({ ...GOOD, ...mail, PUBLIC_URL: 'https://callbacks.example.com' })).toEqual([]);
});

test('doctor may look before anything says how tokens are checked, not with keys that are wrong', () => {
  expect(readInstallation({ DATABASE_URL: GOOD.DATABASE_URL }).tokens).toBeUndefined();
  expect(readInstallation(GOOD).tokens).toMatchObject({ keys: { kind: 'secret' }, userClaim: 'sub' });
  expect(() => readInstallation({ ...GOOD, JWT_SECRET: 'short' })).toThrow(/JWT_SECRET/);
});

test('names every problem at once', () => {
  const problems = problemsOf({ JWT_SECRET: 'short', PORT: 'x', LOG_LEVEL: 'loud', TRUST_PROXY: '1' });
  expect(problems.map((problem) => /[A-Z]{2,}[A-Z_]+/.exec(problem)?.[0]).sort()).toEqual([
    'DATABASE_URL',
    'JWT_SECRET',
    'LOG_LEVEL',
    'PORT',
    'TRUST_PROXY',
  ]);
});

test('never shows a secret', () => {
  const secrets = {
    JWT_SECRET: 'hunter2-hunter2',
    METRICS_TOKEN: 'sesame',
    DATABASE_URL: 'postgres://api:geheim@:bad',
  };
  for (const secret of ['hunter2', 'sesame', 'geheim'])
    expect(problemsOf(secrets).join()).not.toContain(secret);
});
