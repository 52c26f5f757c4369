/**
 * Ringback's vocabulary, operations and clients, for any JavaScript runtime. Two things are apart: the phone rules, in `@ringback/client/phone`,
 * and what notifications say, in `@ringback/client/texts/<language>`.
 */

export type { CallbackClient, OperatorClient } from './call/client.ts';
export { DEVICE_HEADER, type DeviceStorage } from './call/device.ts';
export { newIdempotencyKey } from './call/idempotencyKey.ts';
export { parseInput } from './call/validate.ts';
export * from './errors.ts';
export type { HttpClientOptions } from './http/call.ts';
export { createCallbackClient, createOperatorClient } from './http/client.ts';
export type { OperatorClientOptions } from './http/operatorCall.ts';
export * from './http/problem.ts';
export type * from './live/types.ts';
export * from './operations/index.ts';
export type { CallOptions, WriteOptions } from './operations/method.ts';
export type * from './operations/operation.ts';
export * from './operations/sql.ts';
export { type DeliveryReason, deliveryReason } from './operator/deliveryReason.ts';
export { type BodyWithPhone, bodyInE164 } from './phone/e164.ts';
export * from './schemas/index.ts';
export { createSupabaseCallbackClient, type SupabaseClientOptions } from './supabase/client.ts';
export * from './text.ts';
export {
  isToCall,
  kindOf,
  type NotificationContext,
  type NotificationKind,
  type NotificationType,
} from './texts/kindOf.ts';
export { type EventDetails, eventDetails, momentOf, type Reader } from './texts/moment.ts';
export type * from './texts/types.ts';
export * from './vocabulary.ts';
