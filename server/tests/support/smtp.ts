/** A real SMTP server that keeps what it is given, and can be told to misbehave. */
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface Received {
  raw: string;
  mail: ParsedMail;
  recipients: string[];
}

/** What it answers instead of taking a mail: at which step, with which code; `silent` answers nothing after the final dot. */
export type Mood = { step: 'rcpt' | 'data'; code: number } | 'silent' | 'hangs at the recipient' | undefined;

export interface MailServer {
  url: string;
  received: Received[];
  /** Mails that hang at the recipient. */
  waiting: number;
  /** Decides about each mail, by how many were tried before. */
  mood: (attempt: number) => Mood;
  close(): Promise<void>;
}

/** Starts it on a free port. Closed when the test is, unless `keep` is set: then the caller closes it. */
export async function mailServer({ keep = false } = {}): Promise<MailServer> {
  let attempts = 0;
  const refusal = (step: 'rcpt' | 'data') => {
    const mood = state.mood(attempts);
    return typeof mood === 'object' && mood.step === step
      ? Object.assign(new Error('No'), { responseCode: mood.code })
      : null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 200,
    onRcptTo(_address, _session, done) {
      if (state.mood(attempts) === 'hangs at the recipient') {
        state.waiting += 1;
        return;
      }
      const error = refusal('rcpt');
      if (error) attempts += 1;
      done(error);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const error = refusal('data');
        const isSilent = state.mood(attempts) === 'silent';
        attempts += 1;
        if (error) return done(error);
        const raw = Buffer.concat(chunks).toString();
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        state.received.push({ raw, recipients, mail: await simpleParser(raw) });
        if (!isSilent) done();
      });
    },
  });
  server.on('error', () => {}); // a sender that was killed resets its connection
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const state: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    waiting: 0,
    mood: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  if (!keep) onTestFinished(state.close);
  return state;
}
