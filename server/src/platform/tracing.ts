/**
 * Traces: a request, its statements, and the deliveries that it caused, as one. Off unless an endpoint is configured; then OpenTelemetry is
 * loaded (exportTraces.ts). No attribute holds anything of a person: no address, no query, no body, no number.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export type Attributes = Record<string, string | number>;

/** A step that is under way. */
export interface Step {
  /** Names it to others, in W3C's format. */
  readonly traceparent: string;
  rename(name: string): void;
  set(attributes: Attributes): void;
  /** `error` is a short word, never a message. */
  end(error?: string): void;
}

export interface StepStart {
  name: string;
  kind: 'server' | 'client' | 'consumer';
  attributes?: Attributes;
  /** What it belongs to, where that is not the step under way here. */
  parent?: string | null | undefined;
}

/** Begins a step below `within`. */
export type Begin = (start: StepStart, within: Step | undefined) => Step;

const underWay = new AsyncLocalStorage<Step>();
let begin: Begin | undefined;

/** Turns traces on, or off with undefined. */
export function setTracing(by: Begin | undefined): void {
  begin = by;
}

/** Undefined while traces are off. */
export function beginStep(start: StepStart): Step | undefined {
  return begin?.(start, underWay.getStore());
}

/** A step of what is under way; undefined where nothing is, such as while a worker looks for work. */
export function beginPart(start: StepStart): Step | undefined {
  return underWay.getStore() && beginStep(start);
}

/** Runs `work` as a part of the step. */
export function within<T>(step: Step, work: () => T): T {
  return underWay.run(step, work);
}

/** The step that is under way, for what goes on elsewhere; undefined while traces are off. */
export const currentTraceparent = () => underWay.getStore()?.traceparent;
