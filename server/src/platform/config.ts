/**
 * The settings: environment variables, read and checked once at start. All problems are reported together, each as
 * a sentence that says what to set. A secret's value never appears in a message.
 */
import { isPhoneRegion } from '@ringback/client/phone-max';
import { z } from 'zod';
import { isAddressOrRange } from './addresses.ts';
import {
  CHANNEL_SETTINGS,
  type ChannelConfig,
  missingChannelSettings,
  toChannelConfig,
} from './channelConfig.ts';
import { descriptorLimit } from './descriptors.ts';
import { isOrigin, isSafeKeyAddress, isThisMachine, isUnguessable } from './settingChecks.ts';

/** How tokens are checked: with one shared secret, or with the public keys an issuer publishes. */
export type TokenKeys = { kind: 'secret'; secret: Uint8Array } | { kind: 'jwks'; url: URL };

export interface TokenConfig {
  keys: TokenKeys;
  /** The claim that holds a person's id: its name, or a path with dots. */
  userClaim: string;
  issuer?: string;
  audience?: string;
}

export interface DatabaseConfig {
  url: string;
  poolSize: number;
}

export interface HttpConfig {
  host: string;
  port: number;
  /** The address people and links use, without a trailing slash. */
  publicUrl: string;
  corsOrigins: string[];
  /** Addresses of proxies whose X-Forwarded-For is believed. Empty: no one's. */
  trustedProxies: string[];
  rateLimitPerMinute: number;
  /** How often one address may try to sign in as operator. */
  signInsPerMinute: number;
  /** Connections that may be open at once, in all and of one peer address. */
  maxConnections: number;
  maxConnectionsPerAddress: number;
  /** Addresses that the bounds by address leave alone, such as an office's. */
  exemptAddresses: string[];
  /** When the event loop is later than this, requests are answered with 503. */
  maxEventLoopDelayMs: number;
  /** Statements that may wait for or run in the database at once; further requests are refused with 503. */
  maxInFlight: number;
  /** Streams of live updates that may be open at once. */
  maxStreams: number;
  defaultPhoneRegion?: string;
  metricsToken?: string;
  /** The path of the operator's console; empty: none. */
  consolePath: string;
  /** Where `ringback worker` answers what watches it; undefined: nowhere. */
  workerPort?: number;
}

export interface TracingConfig {
  /** Where OTLP over HTTP is spoken, without a slash at the end. */
  endpoint: string;
  headers: Record<string, string>;
  serviceName: string;
  /** The share of traces that is kept, from 0 to 1. */
  ratio: number;
}

export interface Config {
  database: DatabaseConfig;
  http: HttpConfig;
  tokens: TokenConfig;
  channels: ChannelConfig;
  tracing?: TracingConfig;
  logLevel: string;
}

/** What `ringback doctor` knows of it. */
export type Installation = Omit<Config, 'tokens'> & { tokens?: TokenConfig };

type Environment = Record<string, string | undefined>;

/** The environment cannot be used; `problems` holds one sentence per cause. */
export class ConfigError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** Enough queueing to ride out a burst, little enough that those who wait are answered well within a second. */
const IN_FLIGHT_PER_CONNECTION = 20;

const MOST_CONNECTIONS = 20_000;
const DESCRIPTORS_KEPT = 120;

const MINIMUM_SECRET_BYTES = 32;
const MAKE_SECRET = 'Make one with `openssl rand -base64 48`.';

const integer = (name: string, minimum: number, maximum: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum,
      `Set ${name} to a whole number from ${minimum} to ${maximum}.`,
    )
    .transform(Number);

const url = (name: string, protocols: string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `Set ${name} to an address such as ${example}.`,
    );

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').map((item) => item.trim()))
  .transform((items) => items.filter((item) => item !== ''));

const environment = z.object({
  ...CHANNEL_SETTINGS,
  DATABASE_URL: z
    .string({
      error: 'Set DATABASE_URL to the database, for example postgres://api:password@db.example.com/market.',
    })
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(firstHost(text)),
      'Set DATABASE_URL to an address that begins with postgres:// (its present value cannot be read as one).',
    ),
  DATABASE_POOL_SIZE: integer('DATABASE_POOL_SIZE', 1, 500).default(10),
  HOST: z.string().default('127.0.0.1'),
  PORT: integer('PORT', 0, 65_535).default(3000),
  WORKER_PORT: integer('WORKER_PORT', 0, 65_535).optional(),
  PUBLIC_URL: url('PUBLIC_URL', ['http:', 'https:'], 'https://callbacks.example.com').optional(),
  CORS_ORIGINS: list.refine(
    (origins) => origins.every(isOrigin),
    'Set CORS_ORIGINS to exact origins separated by commas, for example https://shop.example.com; no *, no path.',
  ),
  TRUST_PROXY: list.refine(
    (proxies) => proxies.every(isAddressOrRange),
    'Set TRUST_PROXY to the addresses or ranges of your proxies, for example 10.0.0.0/8 or loopback. A number of hops is not accepted: it would believe anyone who reaches the port.',
  ),
  EXEMPT_ADDRESSES: list.refine(
    (addresses) => addresses.every(isAddressOrRange),
    'Set EXEMPT_ADDRESSES to addresses or ranges such as 203.0.113.0/24, separated by commas.',
  ),
  MAX_CONNECTIONS: integer('MAX_CONNECTIONS', 1, 1_000_000).optional(),
  MAX_CONNECTIONS_PER_ADDRESS: integer('MAX_CONNECTIONS_PER_ADDRESS', 1, 1_000_000).default(1_000),
  RATE_LIMIT_PER_MINUTE: integer('RATE_LIMIT_PER_MINUTE', 1, 100_000_000).default(600),
  OPERATOR_SIGN_INS_PER_MINUTE: integer('OPERATOR_SIGN_INS_PER_MINUTE', 1, 1_000_000).default(10),
  MAX_EVENT_LOOP_DELAY_MS: integer('MAX_EVENT_LOOP_DELAY_MS', 100, 600_000).default(1_000),
  MAX_IN_FLIGHT: integer('MAX_IN_FLIGHT', 1, 100_000).optional(),
  MAX_STREAMS: integer('MAX_STREAMS', 0, 1_000_000).default(5_000),
  DEFAULT_PHONE_REGION: z
    .string()
    .refine(isPhoneRegion, 'Set DEFAULT_PHONE_REGION to a country in two capital letters, for example DE.')
    .optional(),
  JWT_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= MINIMUM_SECRET_BYTES, {
      error: `Set JWT_SECRET to at least ${MINIMUM_SECRET_BYTES} bytes; it is shorter. ${MAKE_SECRET}`,
      abort: true,
    })
    .refine(isUnguessable, `Set JWT_SECRET to a secret of your own; this one can be guessed. ${MAKE_SECRET}`)
    .optional(),
  JWKS_URL: z
    .string()
    .refine(
      isSafeKeyAddress,
      'Set JWKS_URL to the https address of the issuer’s public keys, for example https://project.supabase.co/auth/v1/.well-known/jwks.json.',
    )
    .optional(),
  JWT_USER_CLAIM: z
    .string()
    .max(200, 'Set JWT_USER_CLAIM to the name of a claim, such as sub or app_metadata.user_id.')
    .default('sub'),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  CONSOLE_PATH: z
    .string()
    .refine(
      (path) => path === 'off' || /^(\/[\w-]+)+$/.test(path),
      'Set CONSOLE_PATH to a path such as /console, or to off.',
    )
    .transform((path) => (path === 'off' ? '' : path))
    .default('/console'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'Set LOG_LEVEL to fatal, error, warn, info, debug, trace or silent.',
    })
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    ['http:', 'https:'],
    'http://localhost:4318',
  ).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: list
    .refine(
      (headers) => headers.every((header) => /^[\w-]+=\S+$/.test(header)),
      'Set OTEL_EXPORTER_OTLP_HEADERS to name=value, several separated by commas.',
    )
    .transform((headers) => Object.fromEntries(headers.map((header) => splitOnce(header, '=')))),
  OTEL_SERVICE_NAME: z.string().default('ringback'),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .refine(
      (text) => /^(0(\.\d{1,9})?|1(\.0+)?)$/.test(text),
      'Set OTEL_TRACES_SAMPLER_ARG to the share of traces to keep, from 0 to 1, such as 0.1.',
    )
    .transform(Number)
    .default(1),
  METRICS_TOKEN: z
    .string()
    .refine(
      (token) => Buffer.byteLength(token) >= MINIMUM_SECRET_BYTES && isUnguessable(token),
      `Set METRICS_TOKEN to at least ${MINIMUM_SECRET_BYTES} random bytes, or leave it out. ${MAKE_SECRET}`,
    )
    .optional(),
});

/**
 * Reads and checks every setting.
 * @throws ConfigError with every problem that was found.
 */
export function readConfig(env: Environment): Config {
  const set = withoutEmpty(env);
  return toConfig(parsed(set, keyProblems(set)));
}

/**
 * The same for a look at an installation: there may be no API yet, and then nothing says how tokens are checked.
 * @throws ConfigError with every problem that was found.
 */
export function readInstallation(env: Environment): Installation {
  const set = withoutEmpty(env);
  const hasKeys = set.JWT_SECRET !== undefined || set.JWKS_URL !== undefined;
  const { tokens, ...config } = toConfig(parsed(set, hasKeys ? keyProblems(set) : []));
  return hasKeys ? { ...config, tokens } : config;
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

function parsed(set: Environment, keyProblems: string[]): z.output<typeof environment> {
  const { success, data, error } = environment.safeParse(set);
  const problems = [
    ...keyProblems,
    ...missingChannelSettings(set),
    ...linkProblems(set),
    ...(error?.issues ?? []).map((issue) => issue.message),
  ];
  if (problems.length > 0 || !success) throw new ConfigError([...new Set(problems)]);
  return data;
}

/** Mails lead back here; elsewhere than on this machine nobody follows a link to localhost. */
function linkProblems({ PUBLIC_URL, SMTP_URL, DATABASE_URL }: Environment): string[] {
  const places = [SMTP_URL, DATABASE_URL].map((url) => URL.parse(firstHost(url ?? ''))?.hostname ?? '');
  if (PUBLIC_URL || !SMTP_URL || places.every((host) => host === '' || isThisMachine(host))) return [];
  return [
    'Set PUBLIC_URL to the address of the API that people reach: mails hold a link to it (unsubscribe).',
  ];
}

/**
 * The database's address alone, for commands that need nothing else.
 * @throws ConfigError when it is missing or cannot be read.
 */
export function databaseUrl(env: Environment): string {
  const result = environment.shape.DATABASE_URL.safeParse(env.DATABASE_URL || undefined);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => issue.message));
  return result.data;
}

function keyProblems(env: Environment): string[] {
  if (env.JWT_SECRET && env.JWKS_URL) {
    return ['Set either JWT_SECRET or JWKS_URL, not both: a token must be checked in one way only.'];
  }
  if (env.JWT_SECRET || env.JWKS_URL) return [];
  return [`Set JWT_SECRET (a secret shared with the issuer of your tokens) or JWKS_URL. ${MAKE_SECRET}`];
}

function toConfig(env: z.output<typeof environment>): Config {
  return {
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE },
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
      corsOrigins: env.CORS_ORIGINS,
      trustedProxies: env.TRUST_PROXY,
      rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
      signInsPerMinute: env.OPERATOR_SIGN_INS_PER_MINUTE,
      maxConnections: env.MAX_CONNECTIONS ?? mostConnections(env.DATABASE_POOL_SIZE),
      maxConnectionsPerAddress: env.MAX_CONNECTIONS_PER_ADDRESS,
      exemptAddresses: env.EXEMPT_ADDRESSES,
      maxEventLoopDelayMs: env.MAX_EVENT_LOOP_DELAY_MS,
      maxInFlight: env.MAX_IN_FLIGHT ?? env.DATABASE_POOL_SIZE * IN_FLIGHT_PER_CONNECTION,
      maxStreams: env.MAX_STREAMS,
      ...(env.DEFAULT_PHONE_REGION && { defaultPhoneRegion: env.DEFAULT_PHONE_REGION }),
      consolePath: env.CONSOLE_PATH,
      ...(env.METRICS_TOKEN && { metricsToken: env.METRICS_TOKEN }),
      ...(env.WORKER_PORT !== undefined && { workerPort: env.WORKER_PORT }),
    },
    tokens: {
      keys: env.JWKS_URL
        ? { kind: 'jwks', url: new URL(env.JWKS_URL) }
        : { kind: 'secret', secret: new TextEncoder().encode(env.JWT_SECRET) },
      userClaim: env.JWT_USER_CLAIM,
      ...(env.JWT_ISSUER && { issuer: env.JWT_ISSUER }),
      ...(env.JWT_AUDIENCE && { audience: env.JWT_AUDIENCE }),
    },
    channels: toChannelConfig(env),
    ...(env.OTEL_EXPORTER_OTLP_ENDPOINT && {
      tracing: {
        endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, ''),
        headers: env.OTEL_EXPORTER_OTLP_HEADERS,
        serviceName: env.OTEL_SERVICE_NAME,
        ratio: env.OTEL_TRACES_SAMPLER_ARG,
      },
    }),
    logLevel: env.LOG_LEVEL,
  };
}

/** As many as descriptors are left for, with some kept for the database, files, and connections that are being refused. */
function mostConnections(poolSize: number): number {
  return Math.max(1, Math.min(MOST_CONNECTIONS, descriptorLimit() - DESCRIPTORS_KEPT - poolSize));
}

function splitOnce(text: string, mark: string): [string, string] {
  const place = text.indexOf(mark);
  return [text.slice(0, place), text.slice(place + 1)];
}

/** A connection string may name several hosts; URL knows only one. */
function firstHost(databaseUrl: string): string {
  return databaseUrl.replace(/,[^/?]*/, '');
}
