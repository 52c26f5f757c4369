/** What the figures were measured on. */
import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

export function describeMachine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round((totalmem() / 2 ** 30) * 10) / 10,
    system: `${platform()} ${release()}`,
    node: process.version,
    commit: commit(),
    /** Work that other programs were doing just before: over 1, 5 and 15 minutes. */
    loadAverageBefore: loadavg().map((load) => Math.round(load * 100) / 100),
  };
}

/** The commit that was measured, with a remark when files had been changed since; null outside a clone. */
function commit(): string | null {
  const git = (...words: string[]) =>
    execFileSync('git', words, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    const isChanged = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', 'HEAD').trim() + (isChanged ? ' with changes' : '');
  } catch {
    return null;
  }
}
