/** A real SMTP server that keeps what it is given, and on the way to it, faults: replies that are replaced, withheld or cut off. */
import { createServer, connect as dial, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  raw: string;
  recipients: string[];
  /** With its angle brackets. */
  messageId: string;
  /** When it was taken, by this machine's clock. */
  atMs: number;
}

/** What the client waits for: the greeting, the reply to a command, or the reply to the final dot. */
export type Step = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'dot';

/**
 * At that step the client gets this code, or no reply, or a closed connection, or waits until the server goes on. Only `dot` without a code
 * lets the server take the mail.
 */
export type Fault = { step: Step; does: number | 'hangs' | 'closes' | 'waits' } | undefined;

export interface MailServer {
  url: string;
  port: number;
  received: Received[];
  /** Conversations that hang or wait. */
  waiting: number;
  /** Passes on what clients wait for, those that are still there. */
  goOn(): void;
  /** Decides about each mail, by how many were tried before and by the command that was just sent. */
  fault: (attempt: number, command: string) => Fault;
  /** Ends all conversations. */
  disconnect(): void;
  close(): Promise<void>;
}

/** Starts it, on a free port by default; `secure` with a certificate that nobody trusts. */
export async function mailServer({ secure = false, port: wantedPort = 0 } = {}): Promise<MailServer> {
  const received: Received[] = [];
  const real = new SMTPServer({
    secure,
    hidePIPELINING: true, // one command at a time, so that each has its own reply
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const messageId = /^Message-ID:\s+(\S+)/im.exec(raw)?.[1] ?? '';
        received.push({
          raw,
          messageId,
          atMs: Date.now(),
          recipients: session.envelope.rcptTo.map(({ address }) => address),
        });
        done();
      });
    },
  });
  real.on('error', () => {}); // a sender that was killed resets its connection
  await new Promise<void>((resolve) => real.listen(0, '127.0.0.1', resolve));
  const { port: realPort } = real.server.address() as { port: number };

  let attempts = 0;
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  /** What happens at this step; counts the mail when this ends its attempt. */
  const faultAt = (step: Step, command = '') => {
    const fault = state.fault(attempts, command);
    const isMet = fault?.step === step;
    if (isMet && ['hangs', 'waits'].includes(String(fault.does))) state.waiting += 1;
    if (isMet || step === 'dot') attempts += 1;
    return isMet ? fault.does : undefined;
  };
  const front = createServer((client) => {
    const upstream = dial(realPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.end());
    converse(client, upstream, { faultAt: secure ? () => undefined : faultAt, held });
  });
  await new Promise<void>((resolve) => front.listen(wantedPort, '127.0.0.1', resolve));
  const { port } = front.address() as { port: number };
  const state: MailServer = {
    url: `${secure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    port,
    received,
    waiting: 0,
    fault: () => undefined,
    goOn() {
      for (const goOn of held.splice(0)) goOn();
    },
    disconnect() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      state.disconnect();
      await new Promise((resolve) => front.close(resolve));
      await new Promise<void>((resolve) => real.close(() => resolve()));
    },
  };
  return state;
}

const END = '\r\n.\r\n';

interface Faults {
  faultAt(step: Step, command?: string): NonNullable<Fault>['does'] | undefined;
  held: (() => void)[];
}

/** Passes the conversation on, and does at each step what `faultAt` says. */
function converse(client: Socket, upstream: Socket, { faultAt, held }: Faults): void {
  let isData = false;
  let tail = '';

  /** True when the step goes wrong. At the final dot the server gets what was sent all the same, and its reply is withheld. */
  function goesWrong(step: Step, sent: Buffer = Buffer.alloc(0)): boolean {
    const does = faultAt(step, sent.toString('latin1'));
    if (does === undefined) return false;
    if (does === 'waits') {
      held.push(() => !upstream.destroyed && upstream.write(sent));
      return true;
    }
    upstream.unpipe(client);
    if (typeof does === 'number') client.end(`${does} No\r\n`);
    else {
      if (step === 'dot') upstream.write(sent);
      if (does === 'closes') setTimeout(() => client.destroy(), 50);
    }
    return true;
  }

  if (goesWrong('greeting')) return;
  upstream.pipe(client, { end: false });
  client.on('data', (chunk: Buffer) => {
    if (isData) {
      tail = (tail + chunk.toString('latin1')).slice(-END.length);
      if (tail !== END) return void upstream.write(chunk);
      isData = false;
      if (!goesWrong('dot', chunk)) upstream.write(chunk);
      return;
    }
    const command = chunk.toString('latin1');
    const step = command.slice(0, 4).toLowerCase() as Step;
    if (goesWrong(step, chunk)) return;
    if (step === 'data') {
      isData = true;
      tail = '';
    }
    upstream.write(chunk);
  });
}
