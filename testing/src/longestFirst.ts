/** The order of test files: the longest come first, so that none is left to run alone at the end while the other core has nothing to do. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** More than ten seconds each. Vitest knows durations only of its last run, which a fresh clone has not had. */
const LONGEST = [
  'server/tests/cli/doctor',
  'server/tests/platform/database',
  'server/tests/delivery/worker',
  'server/tests/http/workerMonitor',
  'server/tests/http/connections',
  'database/tests/host/',
  'database/tests/platform/',
  'database/tests/properties/',
  'database/tests/security/',
  'server/tests/delivery/',
  'server/tests/cli/',
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
