/** Builds the console from its sources, in the repository; the published package holds what comes of it. */
import { join } from 'node:path';
import { buildSite } from './site.ts';

const CONSOLE = join(import.meta.dirname, '..');

export function buildConsole(report: (text: string) => void): Promise<string> {
  return buildSite({
    what: 'the console',
    root: CONSOLE,
    target: join(CONSOLE, 'dist'),
    repository: join(CONSOLE, '..'),
    sources: [
      'console/{index.html,vite.config.ts,package.json}',
      'console/{build,public,src}/**/*',
      'react/src/**/*',
      'client/src/**/*',
      'react/package.json',
      'client/package.json',
      'package-lock.json',
    ],
    report,
  });
}
