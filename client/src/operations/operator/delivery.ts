/** An operator looks at deliveries, retries what was given up, sends again, pauses a channel. */
import {
  ChannelParams,
  ChannelPause,
  type DeliveryChannel,
  DeliveryOverview,
  type ListOperatorDeliveries,
  ListOperatorDeliveriesQuery,
  OperatorDeliveryDetail,
  OperatorDeliveryPage,
  PauseChannel,
  ResendNotification,
  ResendResult,
  RetryDeliveries,
  RetryResult,
} from '../../schemas/operator/delivery.ts';
import { IdParams } from '../../schemas/scalars.ts';
import type { MethodMaker } from '../method.ts';

export const operatorDelivery = (method: MethodMaker) => ({
  /** Every channel's queue, and what was given up, by reason. */
  getDeliveryOverview: method({
    summary: 'Every channel’s queue, and dead letters by reason',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/deliveries/overview',
    input: () => ({}),
    answer: DeliveryOverview,
    repeat: 'read',
    sql: { function: 'get_callback_delivery_overview' },
  }),

  /** One page of deliveries, newest first. */
  listOperatorDeliveries: method({
    summary: 'List deliveries',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/deliveries',
    input: (query: ListOperatorDeliveries) => {
      const { requestId, ...others } = query;
      return { query: { ...others, request_id: requestId } };
    },
    query: ListOperatorDeliveriesQuery,
    answer: OperatorDeliveryPage,
    repeat: 'read',
    sql: {
      function: 'list_callback_deliveries',
      arguments: {
        p_channel: 'query.channel',
        p_state: 'query.state',
        p_reason: 'query.reason',
        p_from: 'query.from',
        p_to: 'query.to',
        p_request_id: 'query.request_id',
        p_limit: 'query.limit',
        p_cursor: 'query.cursor',
      },
    },
  }),

  /** One delivery with the text that was sent. */
  getOperatorDelivery: method({
    summary: 'Read a delivery with the text that was sent',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/deliveries/:id',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: OperatorDeliveryDetail,
    repeat: 'read',
    errors: ['not_found'],
    sql: { function: 'get_callback_delivery', arguments: { p_delivery_id: 'params.id' } },
  }),

  /** Makes dead letters due again, 1,000 a call; what a provider accepted is never among them. */
  retryDeliveries: method({
    summary: 'Retry dead letters',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/deliveries/retry',
    input: (which: RetryDeliveries) => ({ body: which }),
    body: RetryDeliveries,
    answer: RetryResult,
    repeat: 'nature',
    sql: { function: 'retry_callback_deliveries', arguments: { p_which: 'body' } },
  }),

  /** Sends a notification again by one channel; it is judged once more when it leaves. */
  resendNotification: method({
    summary: 'Send a notification again',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/notifications/:id/resend',
    input: (id: string, how: ResendNotification) => ({ params: { id }, body: how }),
    params: IdParams,
    body: ResendNotification,
    answer: ResendResult,
    repeat: 'nature',
    errors: ['not_found', 'invalid_transition'],
    sql: {
      function: 'resend_callback_notification',
      arguments: {
        p_notification_id: 'params.id',
        p_channel: 'body.channel',
        p_even_if_sent: 'body.even_if_sent',
      },
    },
  }),

  /** Pauses a channel, whose deliveries then wait, or resumes it. */
  pauseChannel: method({
    summary: 'Pause or resume a channel',
    access: 'operator',
    scope: 'admin',
    method: 'PUT',
    path: '/operator/channels/:channel',
    input: (channel: DeliveryChannel, pause: PauseChannel) => ({ params: { channel }, body: pause }),
    params: ChannelParams,
    body: PauseChannel,
    answer: ChannelPause,
    repeat: 'nature',
    sql: {
      function: 'pause_callback_channel',
      arguments: { p_channel: 'params.channel', p_paused: 'body.paused', p_reason: 'body.reason' },
    },
  }),
});
