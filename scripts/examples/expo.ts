/** The example in Expo: native views on Android and iOS, those of the web in a browser. */
import { join } from 'node:path';
import { run } from '../run.ts';
import { checkGuide } from './guide.ts';
import type { Steps } from './steps.ts';
import { checkViews } from './views.ts';
import { installExample } from './workshop.ts';

const ENV = { CI: '1', EXPO_NO_TELEMETRY: '1', EXPO_OFFLINE: '1' };
const PLATFORMS = { android: 'native', ios: 'native', web: 'web' } as const;

export async function checkExpo(workshop: string, steps: Steps): Promise<void> {
  const folder = await steps.step('install', () => installExample(workshop, 'expo'));
  await steps.step('holds the integration guide', () => checkGuide(folder));
  await steps.step('type check', () => run('npm', ['run', 'check'], { cwd: folder }));
  await steps.step('export for Android, iOS and the web', () =>
    run('npm', ['run', 'build', '--', '--source-maps'], { cwd: folder, env: ENV }),
  );
  for (const [platform, views] of Object.entries(PLATFORMS)) {
    const bundle = join(folder, 'dist/_expo/static/js', platform);
    await steps.step(`${platform} carries the ${views} views alone`, () => checkViews(bundle, views));
  }
}
