/** A bad network in front of a server: some calls are lost on the way there, some on the way back. */
import { type Handler, raw, type SeenRequest } from './server.ts';

/** Forwards to `target`, except that a share (`rate`) of the calls goes wrong in one of five ways. */
export function lossy(target: string, rate: number): Handler {
  const random = randomFrom(1);
  return async (response, request) => {
    const trouble = random() < rate ? Math.floor(random() * 5) : undefined;
    if (trouble === 0) return response.destroy();
    if (trouble === 1) return raw(503, 'Busy')(response, request);
    const answer = await forward(target, request);
    const body = await answer.text();
    if (trouble === 2) return response.destroy();
    if (trouble === 3) return raw(502, 'Bad gateway')(response, request);
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      'content-length': Buffer.byteLength(body),
    });
    if (trouble === 4) return response.write(body.slice(0, body.length / 2), () => response.destroy());
    return response.end(body);
  };
}

function forward(target: string, { method, path, headers, body }: SeenRequest): Promise<Response> {
  const names = ['authorization', 'content-type', 'idempotency-key'];
  const kept = Object.entries(headers).filter(([name]) => names.includes(name)) as [string, string][];
  return fetch(target + path, { method, headers: kept, ...(method !== 'GET' && { body }) });
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs `work` for 0 … count - 1, at most `width` at a time. */
export async function each<Result>(
  count: number,
  width: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
