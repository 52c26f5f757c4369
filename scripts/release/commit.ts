/** The commit that is released. */
import { run } from '../run.ts';

/**
 * Its hash.
 * @throws Error when files differ from it, unless nothing is published.
 */
export function cleanCommit({ isDryRun }: { isDryRun: boolean }): string {
  const changed = run('git', ['status', '--porcelain']).trim();
  if (changed && !isDryRun) throw new Error(`Commit these changes first:\n${changed}`);
  const commit = run('git', ['rev-parse', '--short', 'HEAD']).trim();
  return changed ? `${commit} with uncommitted changes` : commit;
}
