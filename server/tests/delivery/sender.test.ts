/** Every name that MAIL_FROM may have comes out as one sender with that name. */
import { mailServer } from '@ringback/testing/providers/smtp.ts';
import { simpleParser } from 'mailparser';
import { expect, onTestFinished, test } from 'vitest';
import { emailChannel } from '../../src/delivery/channels/email.ts';
import { toMessage } from '../../src/delivery/message.ts';
import { deliveryWith } from '../support/deliveryWith.ts';
import { LINKS } from '../support/worker.ts';

test.each([
  ['callbacks@shop.example.com', ''],
  ['Shop <callbacks@shop.example.com>', 'Shop'],
  ['<callbacks@shop.example.com>', ''],
  ['Care Team, Billing <callbacks@shop.example.com>', 'Care Team, Billing'],
  ['"Care Team, Billing" <callbacks@shop.example.com>', 'Care Team, Billing'],
  ['Shop: Support <callbacks@shop.example.com>', 'Shop: Support'],
  ['Shop; Support <callbacks@shop.example.com>', 'Shop; Support'],
  ['Support (Billing) <callbacks@shop.example.com>', 'Support (Billing)'],
  ['Shop @ Home <callbacks@shop.example.com>', 'Shop @ Home'],
  ['Müller & Söhne <callbacks@shop.example.com>', 'Müller & Söhne'],
])('%s', async (from, name) => {
  const smtp = await mailServer();
  onTestFinished(smtp.close);
  const channel = emailChannel({ url: smtp.url, from });
  const message = toMessage(deliveryWith({}), LINKS);
  expect(await channel.send(message, new AbortController().signal)).toEqual({ outcome: 'sent' });
  channel.close?.();
  const { from: sender } = await simpleParser(smtp.received[0]?.raw ?? '');
  expect(sender?.value).toEqual([{ address: 'callbacks@shop.example.com', name }]);
});
