/** What the server will most likely make of a change; shown until its answer comes. */
import type {
  CallbackRequest,
  ConfirmCallbackRequest,
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
export function predictAttempt(
  request: CallbackRequest,
  { outcome, next_attempt_at = null }: LogCallbackAttempt,
): Prediction {
  const now = new Date().toISOString();
  const attempt: Prediction = {
    attempts_count: request.attempts_count + 1,
    last_attempt: { outcome, attempted_at: now, next_attempt_at },
    paused_at: outcome === 'wrong_number' ? now : null,
    undo_until: null,
  };
  if (outcome === 'reached')
    return { ...attempt, ...predictStatus(request, { status: 'completed' }, undefined) };
  if (request.status !== 'pending') return attempt;
  return { ...attempt, ...predictStatus(request, { status: 'acknowledged' }, undefined) };
}

export function predictConfirmation({ answer, rating = null }: ConfirmCallbackRequest): Prediction {
  return { confirmation: { answer, rating, answered_at: new Date().toISOString() } };
}

/** An acknowledgement that is taken back was none. */
export const predictUndo = (): Prediction => ({ status: 'pending', acknowledged_at: null, undo_until: null });

/** All but the phone number, which the server writes in its own way. */
export function predictEdit(changes: EditCallbackRequest): Prediction {
  const { requester_phone: _phone, phone_region: _region, ...shown } = changes;
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}

function sideOf(request: CallbackRequest, userId: string | undefined): CallbackRequest['cancelled_by'] {
  if (userId === request.seller_id) return 'seller';
  return userId === request.requester_id ? 'buyer' : null;
}
