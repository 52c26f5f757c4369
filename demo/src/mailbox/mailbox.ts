/** The demo's mailbox: a real SMTP server inside the process takes every mail that Ringback sends, and SMS are kept beside them. Nothing leaves. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface KeptMail {
  kind: 'mail';
  id: number;
  at: Date;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface KeptSms {
  kind: 'sms';
  id: number;
  at: Date;
  to: string;
  text: string;
}

export type Kept = KeptMail | KeptSms;

export interface Mailbox {
  /** Where mail is to be sent: smtp://127.0.0.1:port. */
  url: string;
  /** The newest first. */
  all(): Kept[];
  find(id: number): Kept | undefined;
  addSms(sms: { to: string; text: string }): void;
  close(): Promise<void>;
}

const KEPT_AT_MOST = 200;
const LARGEST_BYTES = 1_000_000;

/** Opens it on a free port of this machine. */
export async function openMailbox(): Promise<Mailbox> {
  const kept: Kept[] = [];
  let lastId = 0;
  const add = (item: Omit<KeptMail, 'id' | 'at'> | Omit<KeptSms, 'id' | 'at'>) => {
    lastId += 1;
    kept.unshift({ ...item, id: lastId, at: new Date() });
    kept.splice(KEPT_AT_MOST);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST_BYTES,
    closeTimeout: 500,
    async onData(stream, { envelope }, done) {
      const { subject = '', text = '', html } = await simpleParser(stream);
      const to = envelope.rcptTo.map(({ address }) => address).join(', ');
      add({ kind: 'mail', to, subject, text, html: html || '' });
      done();
    },
  });
  server.on('error', () => {}); // a sender that has gone; it will send again
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    all: () => [...kept],
    find: (id) => kept.find((item) => item.id === id),
    addSms: ({ to, text }) => add({ kind: 'sms', to, text }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
