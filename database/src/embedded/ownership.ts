/**
 * At most one living process owns an embedded server. The owner writes its process id into a file; a file whose
 * process is gone (kill -9, power cut) is taken over.
 */
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another living process owns the server. */
export class EmbeddedInUseError extends Error {
  override name = 'EmbeddedInUseError';
}

/** Takes the folder for this process; returns how to give it back. Throws EmbeddedInUseError. */
export function takeOwnership(folder: string): () => void {
  const file = join(folder, 'owner');
  const mine = identify(process.pid);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    while (!tryLink(draft, file)) removeIfDead(file, folder);
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (readIfPresent(file) === mine) rmSync(file, { force: true });
  };
}

function removeIfDead(file: string, folder: string): void {
  const owner = readIfPresent(file);
  if (owner === undefined) return;
  const pid = Number.parseInt(owner, 10);
  if (isAlive(pid) && identify(pid) === owner) throw inUse(folder, pid);
  const removed = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, removed);
  } catch {
    return; // another process was faster; look again
  }
  const wasAnother = readIfPresent(removed) !== owner;
  if (wasAnother) tryLink(removed, file);
  rmSync(removed, { force: true });
  if (wasAnother) throw inUse(folder, pid);
}

function inUse(folder: string, pid: number): Error {
  return new EmbeddedInUseError(
    `The database in ${folder} is in use by another process (id ${pid}). Stop that one first, or choose another folder.`,
  );
}

/** Whether a process with that id runs; one that has ended and waits for its parent to notice does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || statusOf(pid)[0] !== 'Z';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Id and start time: process ids are used again, start times are not. */
function identify(pid: number): string {
  return `${pid}\n${startTime(pid)}\n`;
}

function startTime(pid: number): string {
  if (process.platform === 'linux')
    return readIfPresent(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ')[19] ?? '';
  if (process.platform === 'win32') return '';
  return run('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** What Linux tells of a process, from its state on; see proc(5). */
function statusOf(pid: number): string[] {
  return readIfPresent(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ') ?? [];
}

/** The command line of a living process, words separated by spaces; empty when it cannot be told. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux')
    return (readIfPresent(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ');
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
}

function run(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

function tryLink(existing: string, created: string): boolean {
  try {
    linkSync(existing, created);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A file's text; undefined when it does not exist or went away meanwhile. */
export function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
