/** Ends a test run with one line that a machine reads: `N passed, N failed`, and `, N skipped` where there are any. */
import type { Reporter, SerializedError } from 'vitest/node';

type Modules = Parameters<NonNullable<Reporter['onTestRunEnd']>>[0];

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: Modules, unhandledErrors: readonly SerializedError[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((each) => each === state).length;
    // What fails outside a test (a file that does not load, a server that does not start) counts as a failure too.
    const failed =
      count('failed') + modules.flatMap((module) => module.errors()).length + unhandledErrors.length;
    const skipped = count('skipped') + count('pending');
    console.log(`${count('passed')} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}
