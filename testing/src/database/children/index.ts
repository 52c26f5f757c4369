/** Starts a script of this folder as a process of its own, to be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

export function startChild(script: 'migrate' | 'embedded', argument: string): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, `${script}.ts`), argument], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** The first line that the process prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text.split('\n')[0] ?? '';
}
