/**
 * Tests have two forms. The gate, `npm test`, runs after every change and takes minutes; the full form, `npm run test:long`
 * (RINGBACK_FULL=1), has everything. What is slow and rarely breaks is left to the full form, and all of it is named by these.
 */
export const FULL = process.env.RINGBACK_FULL === '1';

/** Files that the gate leaves out, from the repository's root. */
export const LONG = FULL
  ? []
  : [
      'bench/tests/**',
      'chaos/tests/**',
      'database/tests/host/refusals.test.ts',
      'database/tests/host/roles.test.ts',
      'database/tests/people/restoredDump.test.ts',
      'database/tests/platform/embedded.test.ts',
      'database/tests/platform/interrupted.test.ts',
      'database/tests/security/mutants.test.ts',
      'demo/tests/e2e/edges.test.ts',
      'demo/tests/e2e/finding.test.ts',
      'demo/tests/e2e/mailSettings.test.ts',
      'demo/tests/e2e/notices.test.ts',
      'demo/tests/load.test.ts',
      'demo/tests/market.test.ts',
      'demo/tests/start/start.test.ts',
      'scripts/tests/gallery.test.ts',
      'server/tests/cli/process.test.ts',
      'server/tests/monitoring/promtool.test.ts',
      'testing/tests/abuse/month.test.ts',
    ];

/** The gate's part of a table of cases, or a lower number of rounds; all of it in the full form. */
export const byForm = <T>(gate: T, full: T): T => (FULL ? full : gate);

/** How many sessions race for the same thing: each compiles every function for itself, which costs more than the race. */
export const AT_ONCE = byForm(8, 20);
