/** Where mail and SMS land while the demo runs, unless SMTP_URL names a real mail server. */
import { type Channel, smsText } from '@ringback/server';
import { type Mailbox, openMailbox } from '../mailbox/mailbox.ts';

export interface DemoMailbox {
  mailbox: Mailbox;
  /** Settings that lead mail there. */
  env: Record<string, string>;
  /** Channels beside those of the settings. */
  channels: Channel[];
}

/** Mail goes the real way, by SMTP; SMS, which have no such server, are put beside it. */
export async function openDemoMailbox(): Promise<DemoMailbox> {
  const mailbox = await openMailbox();
  const sms: Channel = {
    name: 'sms',
    concurrency: 5,
    async send(message) {
      mailbox.addSms({ to: message.address, text: smsText(message) });
      return { outcome: 'sent' };
    },
  };
  return {
    mailbox,
    env: { SMTP_URL: mailbox.url, MAIL_FROM: 'Sellar <callbacks@sellar.example>' },
    channels: [sms],
  };
}
