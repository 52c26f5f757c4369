/**
 * What Twilio posts here: what happened to an SMS, and what people answer to one. Signed by Twilio and
 * verified by its library; what comes twice or late changes nothing.
 */
import { CallbackError } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import { nameOf } from '../../delivery/brand.ts';
import { loadTwilio, statusOf } from '../../delivery/channels/sms.ts';
import { setSmsStop, settleDelivery } from '../../delivery/deliveries.ts';
import { textsFor } from '../../delivery/texts.ts';
import type { Database } from '../../platform/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { App } from '../types.ts';
import { acceptForms } from './forms.ts';

const MESSAGE_ID = /^(SM|MM)[0-9a-f]{32}$/;
const E164 = /^\+[1-9]\d{6,14}$/;

interface TwilioOptions {
  publicUrl: string;
  /** Without it no one can sign, so everything is refused. */
  authToken: string;
}

type Form = Record<string, string>;

/** Adds /twilio/status and /twilio/incoming. */
export async function addTwilioRoutes(app: App, database: Database, options: TwilioOptions): Promise<void> {
  const { validateRequest, twiml } = await loadTwilio();
  acceptForms(app);

  /** The form, if it is signed. */
  function formOf({ headers, url, body }: FastifyRequest): Form {
    const form = (body ?? {}) as Form;
    const signature = headers['x-twilio-signature'];
    const isSigned =
      typeof signature === 'string' &&
      validateRequest(options.authToken, signature, `${options.publicUrl}${url}`, form);
    if (isSigned) return form;
    throw new CallbackError('forbidden', 'This address is for Twilio, which signs what it sends.');
  }

  app.post<{ Querystring: { delivery?: string } }>(
    '/twilio/status',
    { schema: { hide: true } },
    async (request, reply) => {
      const { MessageSid = '', MessageStatus = '', ErrorCode } = formOf(request);
      const result = statusOf(MessageStatus, ErrorCode);
      const { delivery = '' } = request.query;
      const id = isUuid(delivery) ? delivery : null;
      if (result && MESSAGE_ID.test(MessageSid)) {
        await settleDelivery(database, { id, providerId: MessageSid }, result);
      }
      return reply.code(204).send();
    },
  );

  app.post('/twilio/incoming', { schema: { hide: true } }, async (request, reply) => {
    const form = formOf(request);
    const word = keywordOf(form);
    const { From = '' } = form;
    if ((word === 'stop' || word === 'start') && E164.test(From)) {
      await setSmsStop(database, From, word === 'stop');
    }
    const answer = new twiml.MessagingResponse();
    if (word === 'help' && !form.OptOutType) answer.message(await helpText());
    return reply.type('text/xml; charset=utf-8').send(answer.toString());
  });

  async function helpText(): Promise<string> {
    const { locale, name } = await database.value<{ locale: string; name: string | null }>(
      (sql) => sql`
        select jsonb_build_object('locale', s.locale, 'name', s.brand_name)
        from callback_private.settings s where s.only_row`,
    );
    return textsFor(locale).sms.help(nameOf(name, options.publicUrl));
  }
}

type Keyword = 'stop' | 'start' | 'help';

/** The words that Twilio itself takes for these, and that the law names. */
const KEYWORDS: Record<Keyword, string[]> = {
  stop: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  start: ['START', 'UNSTOP', 'YES'],
  help: ['HELP', 'INFO'],
};

/**
 * What an answer asks for. OptOutType is Twilio's own reading, in whatever words and languages are set
 * up there; then it has answered, too.
 */
function keywordOf({ Body = '', OptOutType = '' }: Form): Keyword | undefined {
  const word = (OptOutType || Body).toUpperCase().replace(/[^\p{L}]/gu, '');
  return (Object.keys(KEYWORDS) as Keyword[]).find((keyword) => KEYWORDS[keyword].includes(word));
}
