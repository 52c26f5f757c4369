/**
 * The log: one JSON object a line, with nothing personal in it. Requests are described by method, route pattern, status and time; never by
 * address, query, body, token or caller. Errors are described by where they happened; what PostgreSQL said about them may quote people's
 * data and is left out.
 */
import type { FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Names under which something personal could come along in spite of everything; their values are masked. */
const PERSONAL = [
  'authorization',
  'token',
  'password',
  'secret',
  'requester_phone',
  'requester_name',
  'phone',
  'message',
  'email',
];

/** Long runs of digits (phone numbers) and tokens, wherever they stand in an error's text. */
const PERSONAL_TEXT = /\+?\d[\d ()./-]{6,}\d|eyJ[\w-]+(\.[\w-]*)*|[^\s@]+@[^\s@]+\.[a-z]{2,}/gi;

/** Makes the process's logger. `destination` is standard output unless given. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: PERSONAL.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
      serializers: { err: describeError },
    },
    // Written by the batch, in the background: a write for each line would cost a request a tenth of its time. What is left is
    // written when the process exits.
    destination ?? pino.destination({ fd: 1, sync: false, minLength: 4_096, periodicFlush: 250 }),
  );
}

/** Lines for a person at a terminal instead of JSON. */
export function terminalDestination(write: (text: string) => void): DestinationStream {
  return {
    write(line) {
      const { time, level, msg, method, route, status, ms, err } = JSON.parse(line);
      const what = route === undefined ? msg : `${method} ${route} ${status} ${ms} ms`;
      const why = err ? `\n${explain(err)}` : '';
      write(`${time.slice(11, 19)} ${pino.levels.labels[level]?.padEnd(5)} ${what}${why}\n`);
    },
  };
}

/** One line about a request that was answered. */
export function logRequest(request: FastifyRequest, status: number, ms: number): void {
  request.log.info({
    method: request.method,
    route: routeOf(request),
    status,
    ms: Math.round(ms * 10) / 10,
    reqId: request.id,
  });
}

/** The pattern that the address matched; addresses themselves hold ids. */
export function routeOf(request: FastifyRequest): string {
  return request.is404 ? 'unmatched' : (request.routeOptions.url ?? 'unmatched');
}

type LoggedError = Error & { code?: string; routine?: string; constraint_name?: string };

interface Description {
  type: string;
  code: string | undefined;
  stack: string | undefined;
  cause?: Description;
}

function describeError(error: LoggedError): Description {
  const isFromPostgres = error.name === 'PostgresError';
  return {
    type: error.name,
    code: error.code,
    ...(isFromPostgres && { routine: error.routine, constraint: error.constraint_name }),
    stack: isFromPostgres ? undefined : error.stack?.replace(PERSONAL_TEXT, '[redacted]'),
    // What the database refused is known by the code of the cause only.
    ...(error.cause instanceof Error && { cause: describeError(error.cause) }),
  };
}

function explain({ type, code, stack, cause }: Description): string {
  const what = stack ?? [type, code].filter(Boolean).join(' ');
  return cause ? `${what}\nbecause of ${explain(cause)}` : what;
}
