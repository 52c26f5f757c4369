/** A forward proxy as companies have one, except that it leads every host to a stand-in on this machine. */
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Tunnel {
  url: string;
  close(): Promise<void>;
}

/** `ports`: where each host is on this machine. */
export async function startTunnel(ports: Record<string, number>): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  const server = createServer();
  server.on('connect', (request, client: Socket) => {
    const [host = ''] = request.url?.split(':') ?? [];
    const port = ports[host];
    if (port === undefined) return client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
