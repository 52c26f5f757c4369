/** `npm start` as a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@ringback/testing/server/freePort.ts';

const START = join(import.meta.dirname, '../../../src/start.ts');

export interface RunningRingback {
  origin: string;
  stop(): Promise<void>;
}

/** Starts it and waits until it says that it runs. */
export async function startRingback(folder: string): Promise<RunningRingback> {
  const port = await freePort();
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const command = spawn(process.execPath, [START, '--port', String(port)], {
    cwd: folder,
    env: { PATH, HOME, NODE_COMPILE_CACHE, RATE_LIMIT_PER_MINUTE: '100000' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(command, 'close');
  let output = '';
  const isRunning = new Promise<void>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += text;
      if (output.includes('Ringback is running')) resolve();
    };
    for (const stream of [command.stdout, command.stderr]) stream.on('data', read);
    exited.then(() => reject(new Error(`npm start ended:\n${output}`)));
  });
  await isRunning;
  return {
    origin: `http://localhost:${port}`,
    async stop() {
      command.kill('SIGINT');
      await exited;
    },
  };
}
