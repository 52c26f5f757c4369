/** The mailbox: mail that arrives by SMTP and SMS beside it, shown without letting anything in them loose on the page. */
import Fastify, { type FastifyInstance } from 'fastify';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../src/mailbox/mailbox.ts';
import { addMailbox } from '../src/mailbox/pages.ts';
import { makePeople } from '../src/people.ts';

let mailbox: Mailbox;
let app: FastifyInstance;
beforeEach(async () => {
  mailbox = await openMailbox();
  app = Fastify();
  addMailbox(app, mailbox);
});
afterEach(async () => {
  await app.close();
  await mailbox.close();
});

const get = (url: string) => app.inject({ url });
const send = (subject: string, html: string) =>
  nodemailer.createTransport(mailbox.url).sendMail({
    ...{ from: 'a@sellar.example', to: 'b@sellar.example', subject, text: 'Plain', html },
  });

test('is empty, then shows what came, newest first', async () => {
  expect((await get('/demo/mail')).body).toContain('Nothing was sent yet');
  await send('First', '<html><head></head><body>Hello</body></html>');
  mailbox.addSms({ to: '+12125550123', text: 'Second' });
  expect((await get('/demo/mail')).body).toMatch(
    /Second[\s\S]*SMS to[\s\S]*First[\s\S]*Mail to <bdi>b@sellar.example/,
  );
  expect((await get('/demo/mail/1')).body).toContain('src="/demo/mail/1/body"');
  expect((await get('/demo/mail/1/body')).body).toContain('<body>Hello');
  expect((await get('/demo/mail/2')).body).toContain('Second');
});

test('shows what one person was sent, by mail and SMS', async () => {
  const [ama, other] = makePeople();
  await nodemailer.createTransport(mailbox.url).sendMail({
    ...{ from: 'a@sellar.example', to: ama?.email, subject: 'Mail to her', text: 'Plain', html: '<p>H</p>' },
  });
  mailbox.addSms({ to: ama?.privatePhone ?? '', text: 'SMS to her' });
  mailbox.addSms({ to: other?.privatePhone ?? '', text: 'SMS to another' });
  const all = (await get('/demo/mail')).body;
  expect(all).toContain(`<bdi>${ama?.displayName}</bdi> <b>2</b>`);
  const theirs = (await get(`/demo/mail?to=${ama?.id}`)).body;
  expect(theirs).toMatch(/SMS to her[\s\S]*Mail to her/);
  expect(theirs).not.toContain('SMS to another');
  expect((await get('/demo/mail?to=%22%3E%3Cscript')).body).not.toContain('<script');
});

test('a mail is shown styled, apart from the page, and as text beside it', async () => {
  await send('Both', '<html><head></head><body><b>Styled</b></body></html>');
  const { body } = await get('/demo/mail/1');
  expect(body).toMatch(/<iframe class="mail" sandbox="(?![^"]*allow-(scripts|same-origin))[^"]*"/);
  expect(body).toContain('<pre dir="auto">Plain');
  expect(body).not.toContain('Styled</b>');
});

test('markup of a subject is text, and a mail runs no script', async () => {
  await send('<script>alert(1)</script>', '<html><head></head><body><script>alert(1)</script></body></html>');
  for (const url of ['/demo/mail', '/demo/mail/1']) expect((await get(url)).body).not.toContain('<script');
  const policy = String((await get('/demo/mail/1/body')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('sandbox');
  expect(policy).not.toContain('script');
});

test.each(['9', 'x', '9/body'])('what is not there is not found: %s', async (id) => {
  expect((await get(`/demo/mail/${id}`)).statusCode).toBe(404);
});

test('keeps the newest two hundred', () => {
  for (let index = 0; index < 205; index++) mailbox.addSms({ to: '', text: String(index) });
  expect(mailbox.all()).toHaveLength(200);
  expect(mailbox.find(1)).toBeUndefined();
});
