/** What the fake server does. */
import {
  CallbackError,
  type CallbackRequestDetail,
  type ConfirmCallbackRequest,
  type ConfirmCode,
  type CreateCallbackRequest,
  type EditCallbackRequest,
  type LogCallbackAttempt,
  type SetSellerNote,
  type SnoozeCallbackRequest,
  type UpdateCallbackRequest,
  type WriteOptions,
} from '@ringback/client';
import { asSeenBy, findRequest } from './fakeLists.ts';
import type { FakeServer } from './fakeServer.ts';
import { idOf, makePhoneCode, makeRequest } from './samples.ts';

/** Without what is left out. */
const given = (input: object): Partial<CallbackRequestDetail> =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

export function fakeWrites(server: FakeServer) {
  const keptAnswers = new Map<string, CallbackRequestDetail>();
  const keptAttempts = new Map<string, string>();

  /** Whether an attempt with this key was logged already; the key stands for that content alone. */
  function isKept(key = '', content: string): boolean {
    const kept = keptAttempts.get(key);
    if (kept !== undefined && kept !== content)
      throw new CallbackError('idempotency_key_reused', 'The key is of another attempt.');
    if (key !== '') keptAttempts.set(key, content);
    return kept !== undefined;
  }

  /** Only an open request can be changed. */
  function change(id: string, changes: Partial<CallbackRequestDetail>): CallbackRequestDetail {
    const request = findRequest(server, id);
    if (request.status !== 'pending' && request.status !== 'acknowledged') {
      throw new CallbackError('invalid_transition', `This request is ${request.status}.`);
    }
    const changed = {
      ...request,
      ...changes,
      updated_at: new Date(Date.parse(request.updated_at) + 1).toISOString(),
    };
    server.requests = server.requests.map((known) => (known.id === id ? { ...known, ...changed } : known));
    return asSeenBy(server.userId, changed);
  }

  /** What may also come after its end. */
  function amend(id: string, changes: Partial<CallbackRequestDetail>): CallbackRequestDetail {
    const request = findRequest(server, id);
    const updated_at = new Date(Date.parse(request.updated_at) + 1).toISOString();
    server.requests = server.requests.map((known) =>
      known.id === id ? { ...known, ...changes, updated_at } : known,
    );
    return findRequest(server, id);
  }

  /** The right code is 123456. */
  function confirmCode(id: string, { code }: ConfirmCode): CallbackRequestDetail {
    if (code === '123456') return change(id, { is_waiting_for_code: false, phone_code: null });
    const { phone_code: sent } = findRequest(server, id);
    const triesLeft = (sent?.tries_left ?? 1) - 1;
    if (sent) change(id, { phone_code: { ...sent, tries_left: triesLeft } });
    throw new CallbackError('wrong_code', 'That code is wrong.', { triesLeft });
  }

  const resendCode = (id: string) => change(id, { phone_code: makePhoneCode(30) });

  function setStatus(id: string, { status, reason }: UpdateCallbackRequest): CallbackRequestDetail {
    const now = new Date().toISOString();
    if (status === 'acknowledged') {
      const undo_until = new Date(Date.now() + 15_000).toISOString();
      return change(id, { status, acknowledged_at: now, undo_until });
    }
    if (status === 'completed') return change(id, { status, completed_at: now });
    const cancelled_by = findRequest(server, id).seller_id === server.userId ? 'seller' : 'buyer';
    return change(id, { status, cancelled_at: now, cancelled_by, cancel_reason: reason ?? null });
  }

  return {
    create(input: CreateCallbackRequest, { idempotencyKey = '' }: WriteOptions = {}): CallbackRequestDetail {
      const kept = keptAnswers.get(idempotencyKey);
      if (kept) return kept;
      const { phone_region: _region, ...fields } = input;
      const id = idOf(1000 + server.requests.length);
      const existing = server.requests.find(
        ({ listing_id, requester_id }) => listing_id === input.listing_id && requester_id === server.userId,
      );
      if (existing) {
        throw new CallbackError('duplicate_request', 'You have asked today.', {
          existingRequestId: existing.id,
        });
      }
      const request = makeRequest({ ...given(fields), id, requester_id: server.userId });
      server.requests = [request, ...server.requests];
      const answer = asSeenBy(server.userId, request);
      if (idempotencyKey !== '') keptAnswers.set(idempotencyKey, answer);
      return answer;
    },
    ...{ update: setStatus, confirmCode, resendCode },
    edit(id: string, { phone_region: _region, ...changes }: EditCallbackRequest): CallbackRequestDetail {
      return change(id, given(changes));
    },
    attempt(id: string, input: LogCallbackAttempt, options: WriteOptions = {}): CallbackRequestDetail {
      const { outcome, next_attempt_at = null } = input;
      if (isKept(options.idempotencyKey, JSON.stringify(input))) return findRequest(server, id);
      const { status, attempts } = findRequest(server, id);
      if (outcome === 'reached') setStatus(id, { status: 'completed' });
      else if (status === 'pending') setStatus(id, { status: 'acknowledged' });
      const attempted_at = new Date().toISOString();
      const attempt = { id: idOf(5000 + attempts.length), outcome, attempted_at, next_attempt_at };
      return amend(id, {
        attempts: [...attempts, attempt],
        attempts_count: attempts.length + 1,
        last_attempt: { outcome, attempted_at, next_attempt_at },
        paused_at: outcome === 'wrong_number' ? attempted_at : null,
        undo_until: null,
        snoozed_until: null,
      });
    },
    note(id: string, { note }: SetSellerNote): CallbackRequestDetail {
      return amend(id, { seller_note: note });
    },
    snooze(id: string, { until }: SnoozeCallbackRequest): CallbackRequestDetail {
      return amend(id, { snoozed_until: until });
    },
    confirm(id: string, { answer, rating = null }: ConfirmCallbackRequest): CallbackRequestDetail {
      return amend(id, { confirmation: { answer, rating, answered_at: new Date().toISOString() } });
    },
    extend(id: string): CallbackRequestDetail {
      const weekLater = new Date(Date.parse(findRequest(server, id).expires_at) + 7 * 24 * 3_600_000);
      return change(id, { expires_at: weekLater.toISOString(), can_extend: false });
    },
    reveal(id: string) {
      const { requester_phone: phone } = server.requests.find(
        (known) => known.id === id,
      ) as CallbackRequestDetail;
      return { id, requester_phone: phone as string };
    },
    undo(id: string): CallbackRequestDetail {
      return change(id, { status: 'pending', acknowledged_at: null, undo_until: null });
    },
    markRead(id: string): void {
      const read_at = new Date().toISOString();
      server.notifications = server.notifications.map((known) =>
        known.id === id ? { ...known, read_at } : known,
      );
    },
    markAllRead(): number {
      const read_at = new Date().toISOString();
      const marked = server.notifications.filter((known) => known.read_at === null).length;
      server.notifications = server.notifications.map((known) => ({
        ...known,
        read_at: known.read_at ?? read_at,
      }));
      return marked;
    },
  };
}
