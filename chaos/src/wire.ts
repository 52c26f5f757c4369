/** A proxy in front of the database that breaks a connection at a chosen statement, or all of them at once. */
import { createServer, connect as dial, type Socket } from 'node:net';

/** The statement whose text contains this is lost on its way to the server, or is carried out and its answer is lost. */
export type Cut = { statement: string; loses: 'statement' | 'answer' };

export interface Wire {
  /** The same connection string by way of the proxy. */
  url: string;
  cut: Cut | undefined;
  /** How many connections were cut. */
  cuts: number;
  /** From now on swallows what the open connections send, both ways, and keeps them open. */
  silence(): void;
  close(): Promise<void>;
}

export async function wireTo(url: string): Promise<Wire> {
  const target = new URL(url);
  const pairs = new Set<{ sockets: Socket[]; silence(): void }>();
  const server = createServer((client) => {
    const upstream = dial(Number(target.port), target.hostname);
    const sockets = [client, upstream];
    const silence = carry(client, upstream, wire);
    const pair = { sockets, silence };
    pairs.add(pair);
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.on('close', () => {
        pairs.delete(pair);
        for (const other of sockets) other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxied = new URL(url);
  proxied.port = String((server.address() as { port: number }).port);
  const wire: Wire = {
    url: proxied.href,
    cut: undefined,
    cuts: 0,
    silence() {
      for (const pair of pairs) pair.silence();
    },
    close() {
      for (const { sockets } of pairs) for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return wire;
}

/**
 * Carries both ways. The driver prepares a statement before its first use and sends its text then, waits for the server, and has it carried
 * out by its next message: that one's answer is what gets lost.
 */
function carry(client: Socket, upstream: Socket, wire: Wire): () => void {
  let [losesRequests, losesAnswers, isPrepared] = [false, false, false];
  client.on('data', (chunk) => {
    if (losesRequests) return;
    if (isPrepared && !losesAnswers) {
      losesAnswers = true;
      wire.cuts += 1;
    } else if (wire.cut && chunk.includes(wire.cut.statement)) {
      isPrepared = wire.cut.loses === 'answer';
      if (!isPrepared) {
        [losesRequests, losesAnswers] = [true, true];
        wire.cuts += 1;
        return;
      }
    }
    upstream.write(chunk);
  });
  upstream.on('data', (chunk) => {
    if (!losesAnswers) client.write(chunk);
  });
  return () => {
    [losesRequests, losesAnswers] = [true, true];
  };
}
