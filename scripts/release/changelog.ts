/** What CHANGELOG.md has to show for a version. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../pack/packages.ts';

/**
 * The text below `## <version>`, or below `## Unreleased` while the version has no entry of its own.
 * @throws Error when there is neither, or nothing in it.
 */
export function changelogEntry(
  version: string,
  changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'),
): string {
  const entries = new Map(
    changelog
      .split(/^## /m)
      .slice(1)
      .map((entry) => {
        const [title = '', ...lines] = entry.split('\n');
        return [title.split(' ', 1)[0], lines.join('\n').trim()] as const;
      }),
  );
  const text = entries.get(version) ?? entries.get('Unreleased');
  if (!text) throw new Error(`CHANGELOG.md has no entry "## ${version}". Write what is new for users.`);
  return text;
}
