/** How a delivery of each kind becomes a message: a line for every kind that database/functions/delivery has. */
import { toAlertMessage } from './alertMessage.ts';
import type { Message } from './channels/channel.ts';
import { toCodeMessage } from './codeMessage.ts';
import type { Delivery } from './deliveries.ts';
import { type Links, toMessage } from './message.ts';

/** Each takes what the database hands out for its kind, so `never`. */
const RENDERERS: Readonly<Record<string, (delivery: never, links: Links) => Message>> = {
  notification: toMessage,
  alert: toAlertMessage,
  code: toCodeMessage,
};

/** The message; undefined for a kind that a later database has added. */
export function renderDelivery(delivery: Delivery, links: Links): Message | undefined {
  const kind = delivery.subject_kind;
  return Object.hasOwn(RENDERERS, kind) ? RENDERERS[kind]?.(delivery as never, links) : undefined;
}
