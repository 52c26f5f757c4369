/** Processor time that processes have used, from Linux's /proc; null on other systems. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100; // a constant of Linux's interface, whatever the kernel's own clock

/** Seconds of processor time, user and system, that the process and its children (not theirs) have used so far. */
export function cpuSecondsOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const family = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statusOf(Number(name)))
    .filter((status) => status !== undefined && (status.pid === pid || status.parent === pid));
  return family.reduce((total, status) => total + (status?.ticks ?? 0), 0) / TICKS_PER_SECOND;
}

/** Processor time between now and the call of the result. */
export function stopwatch(pid: number): () => number | null {
  const before = cpuSecondsOf(pid);
  return () => {
    const after = cpuSecondsOf(pid);
    return before === null || after === null ? null : after - before;
  };
}

/** See proc(5): the fields after the command's name, which is in brackets; undefined when the process has ended meanwhile. */
function statusOf(pid: number): { pid: number; parent: number; ticks: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined;
  }
}
