/** Which text a notification gets: its type, except where one type has several. */
import { NOTIFICATION_TYPES } from '../vocabulary.ts';

export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

export interface NotificationContext {
  notification_type: string;
  /** The side that reads. */
  as: 'seller' | 'buyer';
  cancelled_by: string | null;
  /** The buyer's current answer about the completion. */
  confirmation?: string | null | undefined;
}

/** The types that have several texts, and how to choose. */
const SPLITS = {
  request_cancelled: ({ cancelled_by }: NotificationContext) => {
    if (cancelled_by === 'seller') return 'declined';
    return cancelled_by === 'buyer' ? 'withdrawn' : 'closed';
  },
  completion_contradicted: ({ confirmation }: NotificationContext) =>
    confirmation === 'talked' ? 'contradiction_withdrawn' : 'contradicted',
  request_expiring: ({ as }: NotificationContext) =>
    as === 'seller' ? 'expiring_for_seller' : 'expiring_for_buyer',
  request_expired: ({ as }: NotificationContext) =>
    as === 'seller' ? 'expired_for_seller' : 'expired_for_buyer',
} as const satisfies Partial<Record<NotificationType, (notification: NotificationContext) => string>>;

/** Whether a call is still ahead: then mails show when it is wanted and what it is about. */
const IS_TO_CALL: Record<NotificationType, boolean> = {
  new_request: true,
  request_acknowledged: true,
  call_attempted: true,
  wrong_number: true,
  request_edited: true,
  request_extended: true,
  request_expiring: true,
  request_completed: false,
  request_cancelled: false,
  request_reminder: true,
  request_expired: false,
  completion_contradicted: false,
};

type Splits = typeof SPLITS;

export type NotificationKind = Exclude<NotificationType, keyof Splits> | ReturnType<Splits[keyof Splits]>;

/** The key of a notification's text; undefined for a type that this version does not know. */
export function kindOf(notification: NotificationContext): NotificationKind | undefined {
  const type = NOTIFICATION_TYPES.find((known) => known === notification.notification_type);
  return type && isSplit(type) ? SPLITS[type](notification) : type;
}

/** False for a type that this version does not know. */
export const isToCall = (type: string): boolean =>
  Object.hasOwn(IS_TO_CALL, type) && IS_TO_CALL[type as NotificationType];

const isSplit = (type: NotificationType): type is keyof Splits => Object.hasOwn(SPLITS, type);
