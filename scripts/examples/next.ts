/** The example in Next: pages that the server draws. */
import { join } from 'node:path';
import { run } from '../run.ts';
import { checkGuide } from './guide.ts';
import { runService } from './service.ts';
import type { Steps } from './steps.ts';
import { installExample } from './workshop.ts';

const ENV = { CI: '1', NEXT_TELEMETRY_DISABLED: '1' };

export async function checkNext(workshop: string, steps: Steps): Promise<void> {
  const folder = await steps.step('install', () => installExample(workshop, 'next'));
  await steps.step('holds the integration guide', () => checkGuide(folder));
  await steps.step('type check', () => run('npm', ['run', 'check'], { cwd: folder, env: ENV }));
  await steps.step('build', () => run('npm', ['run', 'build'], { cwd: folder, env: ENV }));
  await steps.step('the server draws button and card', () => checkPages(folder));
}

async function checkPages(folder: string): Promise<void> {
  const next = join(folder, 'node_modules/next/dist/bin/next');
  await runService({ args: [next, 'start'], cwd: folder, env: ENV, path: '/' }, async (url) => {
    await expectText(`${url}/`, /<button[^>]*class="cb-button"[^>]*>.*Call me back.*<\/button>/s);
    await expectText(`${url}/dashboard`, /Could I see it on Monday after work\?/);
  });
}

async function expectText(url: string, pattern: RegExp): Promise<void> {
  const html = await (await fetch(url)).text();
  if (!pattern.test(html)) throw new Error(`${url} lacks ${pattern}:\n${html}`);
}
