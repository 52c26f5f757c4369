/** From an alert's delivery to the message: a mail in English, as the console is, and the payload of a webhook. */
import { deliveryReason } from '@ringback/client';
import { type StoredBrand, toBrand } from './brand.ts';
import type { Entry, Message } from './channels/channel.ts';
import type { Delivery } from './deliveries.ts';
import { knownZone, momentText } from './format.ts';
import type { Links } from './message.ts';

/** A delivery about an alert, as the database hands it out. */
export interface AlertDelivery extends Delivery {
  address: string;
  brand: StoredBrand;
  time_zone: string;
  alert_id: string;
  alert_event: 'raised' | 'recovered';
  /** A kind that a later database has added is shown by its name. */
  kind: string;
  subject: string | null;
  figure: {
    failures?: number;
    sent?: number;
    reason?: string | null;
    waiting?: number;
    seconds?: number;
    requests?: number;
    usual?: number;
    codes?: number;
    accounts?: number;
    silent?: number;
    answered?: number;
    usual_seconds?: number;
    sellers?: number;
    contradicted?: number;
    completed?: number;
  };
  raised_at: string;
  recovered_at: string | null;
}

const CHANNELS: Record<string, string> = {
  ...{ email: 'Mail', sms: 'SMS', expo_push: 'Expo push', web_push: 'Web Push', webhook: 'Webhooks' },
};

type Kind = {
  title: (alert: AlertDelivery) => string;
  happened: (alert: AlertDelivery) => string;
  /** What to do, and the page of the console where. */
  cure: string;
  page: string;
};

const KINDS: Record<string, Kind> = {
  channel_failing: {
    title: (alert) => `${channelOf(alert)} deliveries are failing`,
    happened: ({ figure: { failures = 0, sent = 0, reason } }) =>
      `Within 15 minutes ${failures} failed and ${sent} left.${reason ? ` ${deliveryReason(reason).text}` : ''}`,
    cure: 'Fix the cause, then retry what was given up. What waits is retried by itself.',
    page: 'deliveries',
  },
  queue_old: {
    title: (alert) => `${channelOf(alert)} deliveries are waiting too long`,
    happened: ({ figure: { waiting = 0, seconds = 0 } }) =>
      `Deliveries waiting: ${waiting}, the oldest for ${minutes(seconds)}.`,
    cure: 'Check that a worker is running and serves this channel.',
    page: 'system',
  },
  flood: {
    title: () => 'Unusually many callback requests',
    happened: ({ figure: { requests = 0, usual = 0 } }) =>
      `Requests in the last hour: ${requests}; usual: ${usual}.`,
    cure: 'Look whose they are. You can turn off new requests, or lower the limits.',
    page: 'requests',
  },
  code_pumping: {
    title: ({ subject }) => `Codes to ${subject}… are not entered`,
    happened: ({ subject, figure: { codes = 0, accounts = 0 } }) =>
      `In the last day, ${codes} requests by ${accounts} ${accounts === 1 ? 'account' : 'accounts'} with numbers that begin with ${subject} got codes, and none was confirmed.`,
    cure: 'No more codes are sent to such numbers for now; their requests wait for review. Look at who sent them, and block the accounts.',
    page: 'reviews',
  },
  sellers_silent: {
    title: () => 'Sellers don’t answer',
    happened: ({ figure: { requests = 0, silent = 0 } }) =>
      `Of ${requests} requests of a week, each at least a day old, ${silent} have no answer.`,
    cure: 'See which sellers don’t answer and contact them. If all are silent, check that their notifications arrive.',
    page: 'sellers',
  },
  responses_slow: {
    title: () => 'Responses take longer than usual',
    happened: ({ figure: { answered = 0, seconds = 0, usual_seconds = 0 } }) =>
      `Half of a day’s ${answered} answers took longer than ${minutes(seconds)}; usual for this weekday: ${minutes(usual_seconds)}.`,
    cure: 'Check that sellers got their notifications that day, and compare sellers by response time.',
    page: 'sellers',
  },
  calls_contradicted: {
    title: () => 'Requests are completed without a call',
    happened: ({ figure: { sellers = 0, contradicted = 0, completed = 0 } }) =>
      `Buyers contradict ${contradicted} of ${completed} completions in four weeks, of ${sellers === 1 ? '1 seller' : `${sellers} sellers`}.`,
    cure: 'Look at the sellers with the lowest contact rate and their completed requests, and ask them.',
    page: 'sellers',
  },
  maintenance_late: {
    title: () => 'Maintenance is not running',
    happened: ({ figure: { seconds = 0 } }) => `Maintenance last ran ${minutes(seconds)} ago.`,
    cure: 'Requests don’t expire and nobody is reminded meanwhile. Look for failed maintenance in the logs.',
    page: 'system',
  },
};

const channelOf = ({ subject }: AlertDelivery) => CHANNELS[subject ?? ''] ?? subject ?? '';
const minutes = (seconds: number) =>
  seconds < 120 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;

export function toAlertMessage(delivery: AlertDelivery, links: Links): Message {
  const { alert_event, kind, figure, subject } = delivery;
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  const isOver = alert_event === 'recovered';
  const brand = toBrand(delivery.brand, links.publicUrl);
  const title = `${isOver ? 'Recovered: ' : ''}${known?.title(delivery) ?? kind}`;
  const happened = known?.happened(delivery) ?? kind;
  return {
    ...{
      id: delivery.id,
      attempt: delivery.attempt,
      lastError: delivery.last_error,
      resends: delivery.resends,
    },
    ...{ address: delivery.address, phoneRegion: undefined, keys: undefined },
    ...{
      language: 'en',
      direction: 'ltr',
      isUrgent: !isOver,
      notificationType: 'alert',
      callbackRequestId: '',
    },
    title: `[${brand.name}] ${title}`,
    greeting: isOver ? 'This is over:' : 'This needs a look:',
    sentences: isOver || !known ? [happened] : [happened, known.cure],
    ...{ brand, listing: undefined, quotes: [] },
    entries: timesOf(delivery),
    link: {
      label: 'Open the console',
      url: `${links.publicUrl}${links.consolePath ?? '/console'}/${known?.page ?? 'system'}`,
    },
    footer: 'Your address is in the setting alert_emails.',
    webhook: {
      type: `alert.${alert_event}`,
      timestamp: new Date().toISOString(),
      data: {
        ...{ id: delivery.alert_id, kind, subject, figure, text: `${title}. ${happened}` },
        ...{ raised_at: delivery.raised_at, recovered_at: delivery.recovered_at },
      },
    },
  };
}

function timesOf({ raised_at, recovered_at, time_zone }: AlertDelivery): Entry[] {
  const reader = { locale: 'en', timeZone: knownZone(time_zone) };
  const entries = [{ label: 'Since', lines: [momentText(raised_at, reader)] }];
  return recovered_at ? [...entries, { label: 'Until', lines: [momentText(recovered_at, reader)] }] : entries;
}
