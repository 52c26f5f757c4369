/** How many files and connections this process may have open. */
import { readFileSync } from 'node:fs';

const ASSUMED = 10_000;

/** The limit (`ulimit -n`); an assumption where it cannot be read. */
export function descriptorLimit(): number {
  try {
    const [, limit] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? ASSUMED : Number(limit);
  } catch {
    return ASSUMED;
  }
}
