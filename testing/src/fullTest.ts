/** Single tests that the gate leaves to the full form, in files that it does run. */
import { type TestFunction, test } from 'vitest';
import { FULL } from './full.ts';

/** `test` in the full form; in the gate the test is not there, so that a skipped one always means that something is missing. */
export function fullTest(name: string, body: TestFunction, timeoutMs?: number): void {
  if (FULL) test(name, body, timeoutMs);
}
