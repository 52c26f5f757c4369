/** What the server will most likely make of a change; shown until it answers. */
import type {
  CallbackRequest,
  EditCallbackRequest,
  LogCallbackAttempt,
  UpdateCallbackRequest,
} from '@ringback/client';

type Prediction = Partial<CallbackRequest>;

export function predictStatus(
  request: CallbackRequest,
  { status, reason }: UpdateCallbackRequest,
  userId: string | undefined,
): Prediction {
  const now = new Date().toISOString();
  switch (status) {
    case 'acknowledged':
      return { status, acknowledged_at: request.acknowledged_at ?? now };
    case 'completed':
      return { status, completed_at: now };
    case 'cancelled': {
      const cancelled_by = sideOf(request, userId);
      return { status, cancelled_at: now, cancelled_by, cancel_reason: reason?.trim() || null };
    }
  }
}

/** Reaching the buyer completes the request; any other call acknowledges a pending one. */
export function predictAttempt(request: CallbackRequest, { outcome }: LogCallbackAttempt): Prediction {
  if (outcome === 'reached') return predictStatus(request, { status: 'completed' }, undefined);
  return request.status === 'pending' ? predictStatus(request, { status: 'acknowledged' }, undefined) : {};
}

/** All but the phone number, which buyers are never shown. */
export function predictEdit(request: CallbackRequest, changes: EditCallbackRequest): Prediction {
  const { requester_name = request.requester_name, message = request.message } = changes;
  const { preferred_time = request.preferred_time, preferred_days = request.preferred_days } = changes;
  const { time_zone = request.time_zone } = changes;
  return { requester_name, message, preferred_time, preferred_days, time_zone };
}

function sideOf(request: CallbackRequest, userId: string | undefined): CallbackRequest['cancelled_by'] {
  if (userId === request.seller_id) return 'seller';
  return userId === request.requester_id ? 'buyer' : null;
}
