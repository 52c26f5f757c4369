/** Makes sure that the examples hold the lines of the integration guide as it gives them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../pack/packages.ts';

const GUIDE = join(ROOT, 'examples/integration-guide.md');

/** @throws Error with the lines that are not in any source of the example, or not as they are in the guide. */
export function checkGuide(folder: string): void {
  const source = readSources(join(folder, 'src'));
  for (const snippet of readSnippets(readFileSync(GUIDE, 'utf8'))) {
    if (!source.includes(snippet)) throw new Error(`The integration guide's lines are missing:\n${snippet}`);
  }
}

/** The paragraphs of the guide's code, without comments. */
export function readSnippets(guide: string): string[] {
  const blocks = [...guide.matchAll(/^```typescript\n(.*?)^```/gms)].map(([, code = '']) => code);
  return blocks.flatMap((block) =>
    block
      .replaceAll(/^\/\/.*\n/gm, '')
      .split(/\n{2,}/)
      .map(withoutIndentation),
  );
}

function readSources(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => withoutIndentation(readFileSync(join(folder, file), 'utf8')))
    .join('\n');
}

const withoutIndentation = (code: string) =>
  code
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
