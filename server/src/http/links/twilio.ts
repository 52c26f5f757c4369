/** Where Twilio reports the result of an SMS. Signed by Twilio and verified by its library; a report that comes twice or late changes nothing. */
import { CallbackError } from '@ringback/client';
import { loadTwilio, statusOf } from '../../delivery/channels/sms.ts';
import { settleDelivery } from '../../delivery/deliveries.ts';
import type { Database } from '../../platform/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { App } from '../types.ts';
import { acceptForms } from './forms.ts';

const MESSAGE_ID = /^(SM|MM)[0-9a-f]{32}$/;

interface Report {
  Querystring: { delivery?: string };
  Body: Record<string, string>;
}

/** Adds /twilio/status. Without a token of Twilio's no one can sign, so everything is refused. */
export async function addTwilioRoutes(
  app: App,
  database: Database,
  options: { publicUrl: string; authToken: string },
): Promise<void> {
  const { validateRequest } = await loadTwilio();
  acceptForms(app);
  app.post<Report>('/twilio/status', { schema: { hide: true } }, async (request, reply) => {
    const { headers, url, query, body } = request;
    const signature = headers['x-twilio-signature'];
    const isSigned =
      typeof signature === 'string' &&
      validateRequest(options.authToken, signature, `${options.publicUrl}${url}`, body ?? {});
    if (!isSigned) {
      throw new CallbackError('forbidden', 'This address is for Twilio, which signs what it sends.');
    }
    const { MessageSid = '', MessageStatus = '', ErrorCode } = body ?? {};
    const result = statusOf(MessageStatus, ErrorCode);
    const { delivery = '' } = query;
    const id = isUuid(delivery) ? delivery : null;
    if (result && MESSAGE_ID.test(MessageSid)) {
      await settleDelivery(database, { id, providerId: MessageSid }, result);
    }
    return reply.code(204).send();
  });
}
