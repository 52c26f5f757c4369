/** Of a month's attempts, what is printed and promised. */
import { type Attempt, isHonest, type Month, type Outcome } from './attempt.ts';
import type { AbuseKind, Habit } from './parameters.ts';

/** At most this share of honest requests may be held; none refused. */
const HELD_AT_MOST = 0.005;
/** Of plain abuse, at least this share is to be stopped. */
const STOPPED_AT_LEAST = 0.95;

export interface HonestFigures {
  habit: Habit | 'all';
  requests: number;
  held: number;
  refused: number;
  code: number;
  limited: number;
}

export interface AbuseFigures {
  kind: AbuseKind;
  attempts: number;
  /** Shares of the attempts. */
  stopped: number;
  by: { risk: number; limit: number; rules: number };
  code: number;
  /** The median attempt that was the first to be stopped; null where none was. */
  firstStop: number | null;
}

/** What one success costs an adapting abuser; `successes` 0 makes the rest totals. */
export interface AdaptingFigures {
  kind: AbuseKind;
  attempts: number;
  successes: number;
  accounts: number;
  addresses: number;
  devices: number;
  numbers: number;
  texts: number;
  hours: number;
}

export interface Figures {
  honest: HonestFigures[];
  abuse: AbuseFigures[];
  adapting: AdaptingFigures[];
  promises: { what: string; figure: string; kept: boolean; isHard: boolean }[];
}

export function figuresOf(month: Month): Figures {
  const judged = month.attempts.filter(({ kind, outcome }) => !isHonest(kind) || JUDGED.includes(outcome));
  const honest = judged.filter(({ kind }) => isHonest(kind));
  const habits = Object.keys(month.parameters.honest) as Habit[];
  const kinds = Object.keys(month.parameters.abuse) as AbuseKind[];
  const figures = {
    honest: [
      ...habits.map((habit) =>
        honestFigures(
          habit,
          honest.filter(({ kind }) => isHonest(kind) && kind.habit === habit),
        ),
      ),
      honestFigures('all', honest),
    ],
    abuse: kinds.map((kind) => abuseFigures(kind, ofKind(judged, kind, false))),
    adapting: kinds.map((kind) => adaptingFigures(kind, ofKind(judged, kind, true), month)),
  };
  return { ...figures, promises: promisesOf(figures) };
}

/** A wrong number and a second request are no matter of risk. */
const JUDGED: Outcome[] = ['sent', 'held', 'refused', 'code', 'limited'];

const ofKind = (attempts: Attempt[], abuse: AbuseKind, adapting: boolean) =>
  attempts.filter(({ kind }) => !isHonest(kind) && kind.abuse === abuse && kind.adapting === adapting);

const number = (attempts: Attempt[], ...outcomes: Outcome[]) =>
  attempts.filter(({ outcome }) => outcomes.includes(outcome)).length;

const honestFigures = (habit: Habit | 'all', attempts: Attempt[]): HonestFigures => ({
  habit,
  requests: attempts.length,
  held: number(attempts, 'held'),
  refused: number(attempts, 'refused'),
  code: number(attempts, 'code'),
  limited: number(attempts, 'limited'),
});

function abuseFigures(kind: AbuseKind, attempts: Attempt[]): AbuseFigures {
  const share = (...outcomes: Outcome[]) =>
    attempts.length === 0 ? 0 : number(attempts, ...outcomes) / attempts.length;
  const by = {
    risk: share('held', 'refused'),
    limit: share('limited'),
    rules: share('number', 'duplicate', 'unavailable'),
  };
  return {
    ...{ kind, attempts: attempts.length, by, code: share('code') },
    stopped: by.risk + by.limit + by.rules,
    firstStop: median(
      attemptsByName(attempts)
        .map(firstStopOf)
        .filter((place) => place > 0),
    ),
  };
}

function attemptsByName(attempts: Attempt[]): Attempt[][] {
  return Object.values(Object.groupBy(attempts, ({ name }) => name)).map((group) => group ?? []);
}

const firstStopOf = (attempts: Attempt[]) =>
  attempts.findIndex(({ outcome }) => outcome !== 'sent' && outcome !== 'code') + 1;

const median = (values: number[]) =>
  values.length === 0 ? null : (values.toSorted((a, b) => a - b)[values.length >> 1] ?? null);

function adaptingFigures(kind: AbuseKind, attempts: Attempt[], month: Month): AdaptingFigures {
  const successes = number(attempts, 'sent');
  const spent = month.spent.filter((each) => each.kind === kind);
  const cost = (of: 'accounts' | 'addresses' | 'devices' | 'numbers' | 'texts' | 'hours') =>
    spent.reduce((sum, each) => sum + each[of], 0) / Math.max(1, successes);
  return {
    ...{
      kind,
      attempts: attempts.length,
      successes,
      accounts: cost('accounts'),
      addresses: cost('addresses'),
    },
    ...{ devices: cost('devices'), numbers: cost('numbers'), texts: cost('texts'), hours: cost('hours') },
  };
}

function promisesOf({ honest, abuse }: Pick<Figures, 'honest' | 'abuse'>): Figures['promises'] {
  const all = honest.at(-1) as HonestFigures;
  const held = all.requests === 0 ? 0 : all.held / all.requests;
  return [
    {
      ...{ what: 'honest requests held, at most 0.5 %', figure: percent(held, 2) },
      ...{ kept: held <= HELD_AT_MOST, isHard: true },
    },
    {
      ...{ what: 'honest requests refused, none', figure: String(all.refused) },
      ...{ kept: all.refused === 0, isHard: true },
    },
    ...abuse
      .filter(({ attempts }) => attempts > 0)
      .map(({ kind, stopped }) => ({
        ...{ what: `plain ${kind} stopped, at least 95 %`, figure: percent(stopped, 1) },
        ...{ kept: stopped >= STOPPED_AT_LEAST, isHard: false },
      })),
  ];
}

export const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`;
