/** The example in Vite: a page that the browser draws. */
import { join } from 'node:path';
import { run } from '../run.ts';
import { checkGuide } from './guide.ts';
import type { Steps } from './steps.ts';
import { checkViews } from './views.ts';
import { installExample } from './workshop.ts';

export async function checkVite(workshop: string, steps: Steps): Promise<void> {
  const folder = await steps.step('install', () => installExample(workshop, 'vite'));
  await steps.step('holds the integration guide', () => checkGuide(folder));
  await steps.step('type check', () => run('npm', ['run', 'check'], { cwd: folder }));
  await steps.step('build', () => run('npm', ['run', 'build', '--', '--sourcemap'], { cwd: folder }));
  await steps.step('carries the web views alone', () => checkViews(join(folder, 'dist'), 'web'));
}
