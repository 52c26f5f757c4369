/** Mail by SMTP. A message keeps its Message-ID at every attempt, so that a repeat can be recognised. */
import { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import nodemailer, { type NodemailerError } from 'nodemailer';
import { mailHtml } from '../mail/layout.ts';
import { mailText } from '../mail/text.ts';
import { type Sender, senderOf } from '../sender.ts';
import {
  type Channel,
  errorCode,
  FATE_UNKNOWN,
  type Message,
  type SendResult,
  TIMED_OUT,
} from './channel.ts';

export interface EmailOptions {
  /** smtp:// or smtps://, with user and password. */
  url: string;
  /** An address, perhaps with a name: Shop <callbacks@shop.example.com>. */
  from: string;
  /** How long each step of the conversation may take. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 12_000;
const CONNECTIONS = 10;
/** One address and nothing else: no list, no name, no route. */
export const MAIL_ADDRESS = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,253}$/u;

export function emailChannel({ url, from, timeoutMs = TIMEOUT_MS }: EmailOptions): Channel {
  const sender = senderOf(from);
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 500,
    // The pool would send a message again by itself whose connection closed after it had left.
    maxRequeues: 0,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Which messages have been handed over whole: when no answer follows, nobody knows whether they were taken.
  const left = new Set<string>();
  transport.use('stream', (mail, done) => {
    const id = mail.message.messageId();
    mail.message.processFunc((message) =>
      Readable.from(
        readThrough(message, () => left.add(id)),
        BYTES,
      ),
    );
    done();
  });
  const domain = domainToASCII(sender.address.replace(/^.*@/, ''));

  return {
    name: 'email',
    concurrency: CONNECTIONS,
    textOf: ({ unsubscribe, ...message }) => ({ subject: message.title, body: mailText(message) }),
    async send(message, signal) {
      if (!MAIL_ADDRESS.test(message.address)) return { outcome: 'failed', code: 'invalid_address' };
      const mail = toMail(message, sender, domain);
      try {
        // Aborted, it goes out of the pool's queue, and its connection is closed.
        await transport.sendMail({ ...mail, signal });
        return { outcome: 'sent' };
      } catch (error) {
        const hasLeft = left.has(mail.messageId);
        const failure = signal.aborted ? { code: TIMED_OUT } : (error as NodemailerError);
        return resultOf(failure, hasLeft, message.lastError ?? '');
      } finally {
        left.delete(mail.messageId);
      }
    },
    close: () => transport.close(),
  };
}

const BYTES = { objectMode: false };

/** Nothing is read before the server wants the message; so what was read to its end has been on its way. */
async function* readThrough(message: Readable, onEnd: () => void): AsyncGenerator<Buffer> {
  yield* message;
  onEnd();
}

function toMail(message: Message, from: Sender, domain: string) {
  return {
    from,
    to: { name: '', address: message.address },
    ...(message.brand.replyTo && { replyTo: message.brand.replyTo }),
    subject: headerText(message.title),
    text: mailText(message),
    html: mailHtml(message),
    messageId: `<${message.id}${message.resends > 0 ? `.${message.resends}` : ''}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': message.language,
      ...(message.unsubscribe && {
        'List-Unsubscribe': `<${message.unsubscribe.url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/**
 * Text of people in a header, so that it is read as it was typed: what looks like an encoded word (=?utf-8?q?…?=) would leave as it is, and mail
 * programs would decode it to whatever it hides. Encoded itself, it is decoded once, to itself.
 */
function headerText(text: string): string {
  if (!text.includes('=?')) return text;
  const words = text.match(/.{1,11}/gsu) ?? [];
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** The extended code (RFC 3463) that many replies begin with: it says what a plain 550 leaves open. */
function extendedCode(response: string): string {
  const [, code] = /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})\b/.exec(response) ?? [];
  return code ? `_${code}` : '';
}

/**
 * What the server says of the message is final with 5xx; a login that it refuses is ours to mend and costs no message. One that may have
 * left is sent once more under the same Message-ID, and no further time: that it may have stays in the code, whatever happens next.
 */
function resultOf(
  { code, responseCode, response = '' }: Pick<NodemailerError, 'code' | 'responseCode' | 'response'>,
  hasLeft: boolean,
  lastError: string,
): SendResult {
  const mayHaveLeftBefore = lastError.startsWith(FATE_UNKNOWN);
  const isAnswered = responseCode !== undefined;
  const reason = isAnswered ? `smtp_${responseCode}${extendedCode(response)}` : errorCode(code);
  const isFinal = isAnswered && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (isFinal) return { outcome: 'failed', code: reason };
  if (isAnswered || !hasLeft) {
    return { outcome: 'retry', code: mayHaveLeftBefore ? `${FATE_UNKNOWN}:${reason}` : reason };
  }
  return { outcome: mayHaveLeftBefore ? 'failed' : 'retry', code: FATE_UNKNOWN };
}
