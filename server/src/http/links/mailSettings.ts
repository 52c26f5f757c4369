/**
 * The page behind the last link of every mail: anyone with the link can see and change which mails its reader
 * gets, and withdraw their consent to calls, without signing in. A GET changes nothing, because programs open links too. Mail programs POST to the
 * same address (RFC 8058), which stops all mails.
 */
import { NOTIFICATION_TYPES, type NotificationType, type Texts } from '@ringback/client';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type StoredBrand, toBrand } from '../../delivery/brand.ts';
import { textsFor } from '../../delivery/texts.ts';
import type { Database } from '../../platform/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { App } from '../types.ts';
import { acceptForms, ignoreForms } from './forms.ts';
import { drawPage, type MailChoice, type MailSettings } from './mailSettingsPage.ts';

type Linked = FastifyRequest<{ Params: { link: string } }>;
/** The answer of get_mail_types(); null for an invalid link. */
type Answer = { email: string[]; locale: string | null } | null;
/** The answer of describe_mails(). */
interface Described {
  brand: StoredBrand;
  types: { name: string; title: string }[];
}

/** Adds /unsubscribe/{link}. */
export async function addMailSettingsRoutes(app: App, database: Database, publicUrl: string): Promise<void> {
  async function send(request: Linked, reply: FastifyReply, answer: Answer, notice?: MailSettings['notice']) {
    const described = await database.value<Described>((sql) => sql`select callback_private.describe_mails()`);
    const texts = textsFor(answer?.locale ?? languageOf(request));
    const settings: MailSettings = {
      ...{
        texts: texts.mail,
        brand: toBrand(described.brand, publicUrl),
        path: `/unsubscribe/${request.params.link}`,
      },
      choices: answer && described.types.map((type) => choiceOf(type, answer.email, texts)),
      notice: answer ? notice : undefined,
    };
    const { html, policy } = drawPage(settings);
    return reply
      .code(answer ? 200 : 404)
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .send(html);
  }

  function read(link: string): Promise<Answer> {
    return ask(link, (id, secret) =>
      database.value<Answer>((sql) => sql`select callback_private.get_mail_types(${id}, ${secret})`),
    );
  }

  function set(link: string, types: string[]): Promise<Answer> {
    return ask(link, (id, secret) =>
      database.value<Answer>(
        (sql) =>
          sql`select callback_private.set_mail_types(${id}, ${secret}, ${JSON.stringify(types)}::text::jsonb)`,
      ),
    );
  }

  /** Stops calls too; then reads what is left, which is nothing. */
  function withdraw(link: string): Promise<Answer> {
    return ask(link, async (id, secret) => {
      await database.value<boolean>((sql) => sql`select callback_private.withdraw_by_mail(${id}, ${secret})`);
      return read(link);
    });
  }

  const hidden = { schema: { hide: true } };
  await app.register(async (scope) => {
    ignoreForms(scope as App);
    scope.get('/unsubscribe/:link', hidden, async (request: Linked, reply) =>
      send(request, reply, await read(request.params.link)),
    );
    scope.post('/unsubscribe/:link', hidden, async (request: Linked, reply) =>
      send(request, reply, await set(request.params.link, []), 'stopped'),
    );
    scope.post('/unsubscribe/:link/withdraw', hidden, async (request: Linked, reply) =>
      send(request, reply, await withdraw(request.params.link), 'withdrawn'),
    );
  });
  await app.register(async (scope) => {
    acceptForms(scope as App);
    scope.post('/unsubscribe/:link/types', hidden, async (request: Linked, reply) => {
      const types = Object.keys((request.body ?? {}) as object);
      return send(
        request,
        reply,
        await set(request.params.link, types),
        types.length > 0 ? 'saved' : 'stopped',
      );
    });
  });
}

/** Runs a query about a link; null for a malformed one. */
async function ask(link: string, question: (id: string, secret: string) => Promise<Answer>): Promise<Answer> {
  const [id = '', secret = '', ...rest] = link.split('.');
  return rest.length === 0 && isUuid(id) && isUuid(secret) ? question(id, secret) : null;
}

/** The type with its name in the reader's language; a newer version's type has its stored title. */
function choiceOf({ name, title }: Described['types'][number], wanted: string[], texts: Texts): MailChoice {
  const isKnown = (NOTIFICATION_TYPES as readonly string[]).includes(name);
  const label = isKnown ? texts.notificationNames[name as NotificationType] : title;
  return { name, label, isOn: wanted.includes(name) };
}

const languageOf = ({ headers }: FastifyRequest) => headers['accept-language']?.split(/[,;]/, 1)[0] ?? 'en';
