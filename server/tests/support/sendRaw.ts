/** Bytes as they are, to a server that listens. */
import { connect, type Socket } from 'node:net';
import type { App } from '../../src/http/types.ts';

/** Sends them and returns all that comes back within a moment. */
export function sendRaw(app: App, text: string): Promise<string> {
  const { port } = app.server.address() as { port: number };
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
    socket.on('close', () => resolve(answer));
    socket.setTimeout(1_500, () => socket.destroy());
  });
}
