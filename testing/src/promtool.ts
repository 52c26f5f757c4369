/** Prometheus's own checks of rules and metrics, for the long tests: Debian's package `prometheus` has it. */
import { spawnSync } from 'node:child_process';

export const hasPromtool = () => spawnSync('promtool', ['--version']).status === 0;

/** What it says, and whether it is content. */
export function promtool(args: string[], options: { cwd?: string; input?: string } = {}) {
  const { status, stdout, stderr } = spawnSync('promtool', args, { ...options, encoding: 'utf8' });
  return { isFine: status === 0, said: `${stdout}${stderr}` };
}
