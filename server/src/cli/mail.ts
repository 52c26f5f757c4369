/**
 * `ringback mail`: shows mails made from the real templates and a sample request, in a file or a mailbox.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { connect } from '@ringback/database';
import type { StoredBrand } from '../delivery/brand.ts';
import type { SendResult } from '../delivery/channels/channel.ts';
import { emailChannel, MAIL_ADDRESS } from '../delivery/channels/email.ts';
import { mailHtml } from '../delivery/mail/layout.ts';
import { sampleDelivery } from '../delivery/mail/sample.ts';
import { mailText } from '../delivery/mail/text.ts';
import { toMessage } from '../delivery/message.ts';
import { type Installation, readInstallation } from '../platform/config.ts';
import { CommandError } from '../platform/lifecycle.ts';
import { type Command, calledFrom, printLine, readOptions, UsageError } from './command.ts';

/** The answer of callback_private.describe_mails(). */
interface Described {
  brand: StoredBrand;
  types: { name: string; title: string; recipients: Side[] }[];
}
type Side = 'buyer' | 'seller';

const MAIL_OPTIONS = {
  type: { type: 'string', default: 'new_request' },
  as: { type: 'string' },
  locale: { type: 'string', default: 'en' },
} as const;
const SEND_MS = 30_000;

export const mail: Command = {
  summary: 'previews a mail, or sends one as a test',
  help: `Usage: ringback mail preview --out FILE.html [--type TYPE] [--as buyer|seller] [--locale LOCALE]
       ringback mail test --to ADDRESS [--type TYPE] [--as buyer|seller] [--locale LOCALE]

Takes the brand from the database (DATABASE_URL) and a sample request. \`preview\` writes the mail as FILE.html and FILE.txt;
\`test\` sends it by SMTP_URL from MAIL_FROM. As in real mails, links to the request need REQUEST_URL.

  --type    the type of notification; new_request by default. An unknown one lists them all
  --as      who it is for; by default the side that gets this type, or the buyer if both do
  --locale  the reader's language and way of writing dates, such as de or en-GB; en by default
`,
  run([action, ...args]) {
    if (action === 'preview') return preview(args);
    if (action === 'test') return sendTest(args);
    throw new UsageError(action ? `"${action}" is neither preview nor test.` : 'Add preview or test.');
  },
};

async function preview(args: string[]): Promise<number> {
  const { out, ...options } = readOptions(args, { ...MAIL_OPTIONS, out: { type: 'string' } });
  if (!out?.endsWith('.html'))
    throw new UsageError('Set the file to write with --out, for example --out mail.html.');
  const message = await sampleMessage(readInstallation(process.env), { ...options, to: 'you@example.com' });
  const [html, text] = [calledFrom(out), calledFrom(out.replace(/html$/, 'txt'))];
  await mkdir(dirname(html), { recursive: true });
  await Promise.all([writeFile(html, mailHtml(message)), writeFile(text, mailText(message))]);
  printLine(`Wrote ${html} and ${text}.`);
  return 0;
}

async function sendTest(args: string[]): Promise<number> {
  const { to = '', ...options } = readOptions(args, { ...MAIL_OPTIONS, to: { type: 'string' } });
  if (!MAIL_ADDRESS.test(to)) {
    throw new UsageError('Set one mail address with --to, for example --to you@example.com.');
  }
  const config = readInstallation(process.env);
  if (!config.channels.email) {
    throw new CommandError(
      'No mail server is configured. Set SMTP_URL, for example smtps://user:password@smtp.example.com, and MAIL_FROM, the sender.',
    );
  }
  const channel = emailChannel(config.channels.email);
  try {
    const message = await sampleMessage(config, { ...options, to });
    const result = await channel.send(message, AbortSignal.timeout(SEND_MS));
    if (result.outcome !== 'sent') throw new CommandError(explain(result));
  } finally {
    channel.close?.();
  }
  printLine(`Sent to ${to}. It is about a sample request, so its links don’t work.`);
  return 0;
}

function explain(result: Exclude<SendResult, { outcome: 'sent' }>): string {
  const cure =
    result.outcome === 'failed' ? 'Check the address and MAIL_FROM' : 'Check SMTP_URL, its user and password';
  return `The mail server refused the mail (${result.code}). ${cure}, then try again.`;
}

interface Wanted {
  type: string;
  as?: string | undefined;
  locale: string;
  to: string;
}

async function sampleMessage({ database, http, channels }: Installation, { type, as, locale, to }: Wanted) {
  const { brand, types } = await describeMails(database.url);
  const found = types.find(({ name }) => name === type);
  if (!found) {
    const names = types.map(({ name }) => name).join(', ');
    throw new UsageError(`Unknown type "${type}". The types are: ${names}.`);
  }
  const side = sideOf(found.recipients, as);
  const { requestUrl, deskUrl } = channels;
  const delivery = sampleDelivery({ brand, type, title: found.title, as: side, locale, address: to });
  return toMessage(delivery, { publicUrl: http.publicUrl, requestUrl, deskUrl });
}

function sideOf(recipients: Side[], as: string | undefined): Side {
  if (as === undefined) return recipients.includes('buyer') ? 'buyer' : 'seller';
  const side = recipients.find((recipient) => recipient === as);
  if (side) return side;
  throw new UsageError(
    `This type only goes to the ${recipients.join(' and the ')}. Set --as to that, or leave it out.`,
  );
}

async function describeMails(url: string): Promise<Described> {
  const sql = connect(url, { max: 1, applicationName: 'ringback mail' });
  try {
    const [row] = await sql<{ mails: Described }[]>`select callback_private.describe_mails() as mails`;
    return (row as { mails: Described }).mails;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
