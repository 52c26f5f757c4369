/** From a code's delivery to the SMS. Its digits are in what is sent, and in nothing that is kept or logged. */
import { nameOf, type StoredBrand, toBrand } from './brand.ts';
import type { Message } from './channels/channel.ts';
import { MOST_SEGMENTS, segmentsOf } from './channels/smsText.ts';
import type { Delivery } from './deliveries.ts';
import type { Links } from './message.ts';
import { plain } from './plain.ts';
import { textsFor } from './texts.ts';

/** A delivery about a code, as the database hands it out. */
export interface CodeDelivery extends Delivery {
  /** In E.164. */
  address: string;
  brand: StoredBrand;
  locale: string;
  code: string;
}

const LONGEST_NAME = 30;
const HIDDEN = '••••••';

export function toCodeMessage(delivery: CodeDelivery, links: Links): Message {
  const { id, attempt, last_error: lastError, resends, address, brand } = delivery;
  const { mail, sms } = textsFor(delivery.locale);
  const textWith = (code: string) =>
    sms.code(code, plain(nameOf(brand.name, links.publicUrl), LONGEST_NAME).replace('…', '...'));
  return {
    ...{ id, attempt, lastError, resends, address, phoneRegion: undefined, keys: undefined },
    ...{ language: mail.language, direction: mail.direction, isUrgent: true },
    ...{ notificationType: 'code', callbackRequestId: '' },
    title: withLineForBrowsers(textWith(delivery.code), delivery.code, links.requestUrl),
    keptTitle: textWith(HIDDEN),
    ...{ greeting: '', sentences: [], brand: toBrand(brand, links.publicUrl), listing: undefined },
    ...{ entries: [], quotes: [], link: undefined, footer: '' },
  };
}

/** The last line lets browsers offer the code on the marketplace's own page alone (origin-bound one-time codes). Left out where it would be cut. */
function withLineForBrowsers(text: string, code: string, requestUrl: string | undefined): string {
  const page = URL.parse(requestUrl ?? '');
  const whole = `${text}\n\n@${page?.hostname} #${code}`;
  return page?.protocol === 'https:' && segmentsOf(whole) <= MOST_SEGMENTS ? whole : text;
}
