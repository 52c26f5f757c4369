/** `npm start` as a process of its own, ended with the test. */
import { join } from 'node:path';
import { spawnProgram } from '@ringback/testing/server/spawn.ts';
import { onTestFinished } from 'vitest';

export const START = join(import.meta.dirname, '../../src/start.ts');

export function runDemo(args: string[], env: Record<string, string> = {}, cwd?: string) {
  const running = spawnProgram(START, args, env, cwd);
  onTestFinished(() => void running.process.kill('SIGKILL'));
  return running;
}
