/**
 * A mail server fails at each step of the conversation: with a code for now (4xx) or for good (5xx), by falling silent, by hanging up; it
 * cannot be reached; its certificate is nobody's. What it says of the mail is final with 5xx; what it says before it knows of a mail
 * (greeting, EHLO) costs no mail. After the final dot nobody knows whether it was taken: then it is sent once more, under the same Message-ID.
 */

import { FATE_UNKNOWN } from '@ringback/server';
import { type Fault, mailServer, type Received, type Step } from '@ringback/testing/providers/smtp.ts';
import { freePort } from '@ringback/testing/server/freePort.ts';
import type { Check } from '../checks.ts';
import { ask, makeDue, until } from '../market.ts';
import { startWorker } from '../processes.ts';
import { BASE } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';

type Does = NonNullable<Fault>['does'];
type Kind = 'temporary' | 'permanent' | 'ambiguous';
interface Case {
  step: Step;
  does: Does;
  kind: Kind;
}

const STEPS: Step[] = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'dot'];
const CODES: Record<Step, [number, number]> = {
  ...{ greeting: [421, 554], ehlo: [421, 550], mail: [451, 550], rcpt: [450, 550] },
  ...{ data: [451, 554], dot: [452, 554] },
};

const CASES: Case[] = STEPS.flatMap((step) =>
  [...CODES[step], 'hangs' as const, 'closes' as const].map((does) => ({
    step,
    does,
    kind: kindOf(step, does),
  })),
);

function kindOf(step: Step, does: Does): Kind {
  if (typeof does === 'number') {
    const knowsOfMail = step !== 'greeting' && step !== 'ehlo';
    return does >= 500 && knowsOfMail ? 'permanent' : 'temporary';
  }
  return step === 'dot' ? 'ambiguous' : 'temporary';
}

interface Outcome {
  status: string;
  attempts: number;
  error_code: string | null;
  /** What the first attempt was recorded as. */
  firstError: string | null;
  received: Received[];
}

const ALLOWED: Record<Kind, string> = {
  // Of "fate unknown" there is one repeat only.
  temporary: 'tried again for a day, sent once',
  permanent: 'failed at once, 1 attempt',
  ambiguous: '1 repeat at most, same Message-ID',
};

/** In the short form nothing waits for a time-out; those that do are tried with shorter ones in server/tests/delivery/email.test.ts. */
export async function failMail(stage: Stage): Promise<Check[]> {
  if (stage.short)
    return playCases(
      stage,
      CASES.filter(({ does }) => does !== 'hangs'),
    );
  const third = (n: number) => CASES.filter((_, index) => index % 3 === n);
  const lanes = [third(0), third(1), third(2)].map((cases) => playCases(stage, cases));
  return (await Promise.all([...lanes, refuse(stage), distrust(stage)])).flat();
}

async function playCases(stage: Stage, cases: Case[]): Promise<Check[]> {
  const market = await stage.market('email');
  const smtp = await mailServer();
  await using _worker = startWorker(market.apiUrl, settings(smtp.url));
  const checks: Check[] = [];
  for (const [n, one] of cases.entries()) {
    const { step, does, kind } = one;
    smtp.disconnect(); // so that there is a greeting
    smtp.received.length = 0;
    smtp.fault = () => ({ step, does });
    await ask(market, n);
    const outcome = await outcomeOf(market, stage.short, () => {
      if (kind === 'temporary') smtp.fault = () => undefined;
    });
    checks.push(checkOf(`${step}: ${does}`, kind, { ...outcome, received: [...smtp.received] }));
  }
  await smtp.close();
  return checks;
}

/** Nothing listens; then a server does. */
async function refuse(stage: Stage): Promise<Check[]> {
  const market = await stage.market('email');
  const port = await freePort();
  await using _worker = startWorker(market.apiUrl, settings(`smtp://127.0.0.1:${port}`));
  await ask(market, 0);
  let smtp: Awaited<ReturnType<typeof mailServer>> | undefined;
  const outcome = await outcomeOf(market, stage.short, async () => {
    smtp = await mailServer({ port });
  });
  await smtp?.close();
  return [checkOf('refuses the connection', 'temporary', { ...outcome, received: smtp?.received ?? [] })];
}

/** A certificate that nobody has signed: nothing may be handed over, whatever it costs. */
async function distrust(stage: Stage): Promise<Check[]> {
  const market = await stage.market('email');
  const smtp = await mailServer({ secure: true });
  await using _worker = startWorker(market.apiUrl, settings(smtp.url));
  await ask(market, 0);
  await until(async () => (await latest(market)).attempts >= 2, 'a second attempt');
  const { status, error_code, attempts } = await latest(market);
  await smtp.close();
  return [
    {
      what: 'bad certificate',
      times: 1,
      lost: 0,
      duplicates: smtp.received.length,
      figure: `${smtp.received.length} handed over; ${status} after ${attempts} attempts, ${error_code}`,
      allowed: 'never handed over, tried again',
      passed: smtp.received.length === 0 && (status === 'pending' || status === 'sending'),
    },
  ];
}

const settings = (url: string) => ({ ...BASE, SMTP_URL: url, MAIL_FROM: 'callbacks@shop.example.com' });

type Row = Omit<Outcome, 'received' | 'firstError'>;

async function latest({ sql }: Market): Promise<Row> {
  const [row] = await sql<Row[]>`
    select status, attempts, error_code from callback_private.deliveries order by created_at desc limit 1`;
  return row as Row;
}

/** Waits until the first attempt has failed, calls `afterFirst`, and waits for the end. */
async function outcomeOf(
  market: Market,
  isHurried: boolean,
  afterFirst: () => unknown,
): Promise<Omit<Outcome, 'received'>> {
  await until(async () => {
    const { status, attempts } = await latest(market);
    return attempts > 0 && status !== 'sending';
  }, 'the first attempt');
  const firstError = (await latest(market)).error_code;
  await afterFirst();
  if (isHurried) await makeDue(market);
  await until(async () => ['sent', 'failed'].includes((await latest(market)).status), 'the end');
  return { ...(await latest(market)), firstError };
}

function checkOf(
  what: string,
  kind: Kind,
  { status, attempts, error_code, firstError, received }: Outcome,
): Check {
  const ids = new Set(received.map(({ messageId }) => messageId));
  const passed = {
    temporary: status === 'sent' && attempts === 2 && received.length === 1 && firstError !== FATE_UNKNOWN,
    permanent: status === 'failed' && attempts === 1 && received.length === 0,
    ambiguous: status === 'failed' && attempts === 2 && received.length === 2 && ids.size === 1,
  };
  return {
    what: `${what} (${kind})`,
    times: 1,
    lost: status === 'sent' && received.length === 0 ? 1 : 0,
    duplicates: Math.max(0, received.length - 1),
    figure: `${firstError}, then ${status}${status === 'failed' ? ` ${error_code}` : ''} after ${attempts} attempt${attempts > 1 ? 's' : ''}`,
    allowed: ALLOWED[kind],
    passed: passed[kind],
  };
}
