/** A PostgreSQL server of a test's own, to stop and start at will, and a proxy that can fall silent. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, migrate, startEmbedded, withConnection } from '@ringback/database';

const HOST_TABLES = join(import.meta.dirname, '../database/host_tables.sql');

export interface OwnServer {
  url: string;
  apiUrl: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

/** Starts a server with a migrated database and the API's login. */
export async function ownServer(): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringback-test-'));
  let server: EmbeddedServer = await startEmbedded({ dataDir, fsync: false });
  const { url } = server;
  await withConnection(url, (sql) => sql.unsafe(readFileSync(HOST_TABLES, 'utf8')).simple());
  await migrate(url, { bootstrap: true });
  await withConnection(
    url,
    (sql) => sql`create role ringback_api login password 'test' in role callback_service`,
  );
  const apiUrl = url.replace(/\/\/[^@]*@/, '//ringback_api:test@');
  return {
    url,
    apiUrl,
    async start() {
      server = await startEmbedded({ dataDir, fsync: false });
      if (server.url !== url) throw new Error('The server came back at another port.');
    },
    stop: () => server.stop(),
    async remove() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export interface Proxy {
  /** The same connection string through the proxy. */
  url: string;
  /** From now on swallows what the open connections send, both ways, and keeps them open. */
  silence(): void;
  close(): Promise<void>;
}

/** A proxy in front of the database that `url` names. */
export async function proxyTo(url: string): Promise<Proxy> {
  const target = new URL(url);
  const pairs = new Set<[Socket, Socket]>();
  const server = createServer((client) => {
    const upstream = dial(Number(target.port), target.hostname);
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    for (const socket of pair) socket.on('error', () => {});
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxied = new URL(url);
  proxied.port = String((server.address() as { port: number }).port);
  return {
    url: proxied.href,
    silence() {
      for (const [client, upstream] of pairs) {
        client.unpipe(upstream).resume();
        upstream.unpipe(client).resume();
      }
    },
    async close() {
      for (const socket of [...pairs].flat()) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
