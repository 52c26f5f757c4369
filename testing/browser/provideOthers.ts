/** Runs before `npm run test:long`: installs Firefox, WebKit and promtool by apt-get, or says what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { hasPromtool } from '../src/promtool.ts';
import { findFirefox, hasWebkit } from './others.ts';

const missing = [
  ...(findFirefox() ? [] : ['firefox-esr']),
  ...(hasWebkit() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ...(hasPromtool() ? [] : ['prometheus']),
];
if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(missing);
if (!findFirefox())
  console.warn('There is no Firefox: its part will NOT BE TESTED. Debian: apt-get install firefox-esr');
if (!hasWebkit())
  console.warn(
    'There is no WebKit: its part will NOT BE TESTED. Debian: apt-get install webkit2gtk-driver xvfb',
  );
if (!hasPromtool())
  console.warn('There is no promtool: its part will NOT BE TESTED. Debian: apt-get install prometheus');

function install(packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: 'inherit', env } as const;
  spawnSync('apt-get', ['update', '--quiet=2'], options);
  for (const name of packages)
    spawnSync('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', name], options);
}
