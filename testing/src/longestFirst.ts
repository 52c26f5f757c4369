/** The order of test files: the longest come first, so that none is left to run alone at the end while the other core has nothing to do. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** More than ten seconds each. Vitest knows durations only of its last run, which a fresh clone has not had. */
const LONGEST = [
  'database/tests/maintenance/retention',
  'server/tests/http/docs/samples',
  'server/tests/http/authorization',
  'server/tests/platform/database',
  'database/tests/host/',
  'database/tests/people/restoredDump',
  'database/tests/platform/schema',
  'database/tests/properties/',
  'database/tests/security/',
  'server/tests/cli/upgrade',
  'server/tests/delivery/brokenMailServer',
  'server/tests/http/strings',
  'demo/tests/commands',
  'database/tests/platform/',
  'database/tests/policy/',
  'server/tests/http/connections',
  'server/tests/cli/',
  'server/tests/delivery/',
  'server/tests/http/',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const index = LONGEST.findIndex((part) => moduleId.includes(part));
  return index < 0 ? LONGEST.length : index;
}
