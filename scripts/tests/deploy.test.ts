/** The files of docs/deploy: what can be tried of them without systemd, a container or a proxy. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../docs/deploy', name), 'utf8');

/** Runs the image's health check; returns its exit code. */
async function checkHealth(env: Record<string, string>): Promise<number> {
  const [command, ...args] = JSON.parse(/HEALTHCHECK[^[]*(\[.*\])/.exec(read('Containerfile'))?.[1] ?? '');
  expect(command).toBe('node');
  const [code] = await once(spawn(process.execPath, args, { env }), 'exit');
  return code;
}

test.each(['PORT', 'WORKER_PORT'])('a container is healthy while /readyz on %s is 200', async (setting) => {
  let status = 200;
  const server = createServer((request, answer) =>
    answer.writeHead(request.url === '/readyz' ? status : 404).end(),
  );
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = String((server.address() as AddressInfo).port);
  expect(await checkHealth({ [setting]: port })).toBe(0);
  status = 503;
  expect(await checkHealth({ [setting]: port })).toBe(1);
});
