/** Keeps a number of calls under way: each connection sends the next one as soon as its last has been answered. */

export type Load = {
  connections: number;
  seconds: number;
  /** The number of the first call. */
  first: number;
  /** Makes call number n on that connection (0 …). Its rejection ends the measurement. */
  call: (n: number, connection: number) => Promise<unknown>;
};

export type LoadResult = { calls: number; seconds: number; latenciesMs: number[] };

export async function runLoad({ connections, seconds, first, call }: Load): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const startMs = performance.now();
  const endMs = startMs + seconds * 1000;
  let next = first;
  const connection = async (index: number) => {
    for (let sentMs = startMs; sentMs < endMs; ) {
      await call(next++, index);
      const nowMs = performance.now();
      latenciesMs.push(nowMs - sentMs);
      sentMs = nowMs;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => connection(index)));
  return { calls: latenciesMs.length, seconds: (performance.now() - startMs) / 1000, latenciesMs };
}
