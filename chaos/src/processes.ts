/** Processes of Ringback's that a run starts, and kills. */
import { once } from 'node:events';
import { freePort } from '@ringback/testing/server/freePort.ts';
import { type RunningCommand, spawnRingback, untilReady } from '@ringback/testing/server/spawn.ts';

export interface Process extends AsyncDisposable {
  running: RunningCommand;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface ApiProcess extends Process {
  origin: string;
}

export function startWorker(databaseUrl: string, env: Record<string, string>): Process {
  return toProcess(spawnRingback(['worker'], { ...env, DATABASE_URL: databaseUrl }));
}

/** Starts `ringback api` or `ringback start` and waits until it answers. */
export async function startApi(
  databaseUrl: string,
  env: Record<string, string>,
  command: 'api' | 'start' = 'api',
): Promise<ApiProcess> {
  const port = await freePort();
  const running = spawnRingback([command], { ...env, DATABASE_URL: databaseUrl, PORT: String(port) });
  const api = { ...toProcess(running), origin: `http://127.0.0.1:${port}` };
  await untilReady(api.origin, running).catch(async (error) => {
    await api.kill();
    throw error;
  });
  return api;
}

function toProcess(running: RunningCommand): Process {
  const child = running.process;
  const killWithUs = () => void child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const kill = async () => {
    process.off('exit', killWithUs);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { running, kill, [Symbol.asyncDispose]: kill };
}
