/** A sample request for previewing mails of every type, to either side. */
import { randomUUID } from 'node:crypto';
import type { EventData } from '@ringback/client';
import type { StoredBrand } from '../brand.ts';
import type { NotificationDelivery } from '../deliveries.ts';

export interface SampleOptions {
  brand: StoredBrand;
  type: string;
  /** The type's stored title. */
  title: string;
  as: 'buyer' | 'seller';
  locale: string;
  address: string;
}

const HOUR = 60 * 60 * 1000;
/** Half past nine tomorrow morning in Accra, and three hours from then. */
const SLOT = [9.5 * HOUR, 12.5 * HOUR];
const PEOPLE = { buyer: 'Ada Okafor', seller: 'Kwame Addo' };

/** A delivery as the database returns it: Ada in Paris has requested a callback from Kwame in Accra. */
export function sampleDelivery({
  brand,
  type,
  title,
  as,
  locale,
  address,
}: SampleOptions): NotificationDelivery {
  const other = as === 'seller' ? 'buyer' : 'seller';
  return {
    ...{
      id: randomUUID(),
      secret: randomUUID(),
      attempt: 1,
      last_error: null,
      resends: 0,
      subject_kind: 'notification',
    },
    ...{ address, p256dh: null, auth: null, phone_region: null, locale, brand },
    ...{ notification_type: type, title, message: title, is_to_seller: as === 'seller' },
    ...{ callback_request_id: randomUUID(), listing_id: 'sample' },
    ...{ recipient_name: PEOPLE[as], other_name: PEOPLE[other] },
    ...{
      listing_title: 'Road bike, 56 cm',
      listing_price: 1450,
      listing_currency: 'GHS',
      listing_image: null,
    },
    ...{ priority: 'urgent', callback_reason: 'availability_check' },
    request_message: 'Hello! Is the bike still there?\nI could come by on Saturday to try it.',
    ...{ preferred_days: null, preferred_time: 'morning', preferred_ranges: nextMornings() },
    ...{ time_zone: 'Europe/Paris', reader_time_zone: as === 'buyer' ? 'Europe/Paris' : 'Africa/Accra' },
    phone_ending: as === 'buyer' ? '0048' : null,
    expires_at: new Date(Date.now() + 7 * 24 * HOUR).toISOString(),
    cancelled_by: other,
    confirmation: null,
    data: dataOf(type, as),
  };
}

/** The event's data, for each type. */
function dataOf(type: string, as: SampleOptions['as']): EventData {
  const now = new Date();
  if (type === 'request_cancelled' && as === 'buyer')
    return { reason: 'Sorry, the bike was sold this morning.' };
  if (type === 'request_edited') return { fields: ['requester_phone'] };
  if (type === 'completion_contradicted') return { answer: 'not_called' };
  if (type !== 'call_attempted') return {};
  const next = new Date(now.getTime() + 24 * HOUR).toISOString();
  return { outcome: 'no_answer', attempted_at: now.toISOString(), next_attempt_at: next };
}

function nextMornings(): { start: string; end: string }[] {
  const today = Math.floor(Date.now() / (24 * HOUR)) * 24 * HOUR;
  return [1, 2].map((day) => {
    const [start = '', end = ''] = SLOT.map((hours) =>
      new Date(today + day * 24 * HOUR + hours).toISOString(),
    );
    return { start, end };
  });
}
