/** Tells by the source maps of built files which of the two sets of views they carry. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Views = 'web' | 'native';

/** @throws Error unless the files below `folder` are made of `views` and of nothing of the other set. */
export function checkViews(folder: string, views: Views): void {
  const sources = readSources(folder);
  const count = (set: Views) =>
    sources.filter((path) => path.includes(`@ringback/react/dist/${set}/`)).length;
  const other = views === 'web' ? 'native' : 'web';
  if (count(views) === 0) throw new Error(`${folder} carries none of the ${views} views.`);
  if (count(other) > 0) throw new Error(`${folder} carries ${count(other)} modules of the ${other} views.`);
}

function readSources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.map'))
    .flatMap(
      (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { sources: string[] }).sources,
    );
}
