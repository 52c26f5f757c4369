/** Every way a call can fail, once: used by the server's answers, by both clients and by the docs. */
interface ErrorKind {
  readonly status: number;
  readonly title: string;
  /** Whether the same call may succeed later without being changed. */
  readonly retryable: boolean;
}

/** Codes that the database and the API answer with. Stable: a code is never renamed or given another meaning. */
export const ERRORS = {
  unauthenticated: { status: 401, title: 'Not signed in', retryable: false },
  forbidden: { status: 403, title: 'Not allowed', retryable: false },
  not_found: { status: 404, title: 'Not found', retryable: false },
  invalid_input: { status: 422, title: 'Invalid input', retryable: false },
  invalid_phone: { status: 422, title: 'Invalid phone number', retryable: false },
  phone_not_allowed: { status: 422, title: 'Phone number not allowed', retryable: false },
  wrong_code: { status: 422, title: 'Wrong code', retryable: false },
  no_tries_left: { status: 409, title: 'No tries left', retryable: false },
  code_expired: { status: 409, title: 'Code expired', retryable: false },
  listing_unavailable: { status: 409, title: 'Listing unavailable', retryable: false },
  seller_unreachable: { status: 409, title: 'Seller cannot be called', retryable: false },
  own_listing: { status: 409, title: 'Own listing', retryable: false },
  duplicate_request: { status: 409, title: 'Already requested', retryable: false },
  not_accepted: { status: 409, title: 'Not accepted', retryable: false },
  trust_required: { status: 409, title: 'Verified buyers only', retryable: false },
  callbacks_off: { status: 409, title: 'Callbacks are off', retryable: false },
  invalid_transition: { status: 409, title: 'Invalid status change', retryable: false },
  request_expired: { status: 409, title: 'Request expired', retryable: false },
  conflict: { status: 409, title: 'Changed meanwhile', retryable: false },
  idempotency_key_reused: { status: 409, title: 'Idempotency key reused', retryable: false },
  malformed_request: { status: 400, title: 'Malformed request', retryable: false },
  method_not_allowed: { status: 405, title: 'Method not allowed', retryable: false },
  payload_too_large: { status: 413, title: 'Too large', retryable: false },
  unsupported_media_type: { status: 415, title: 'Not JSON', retryable: false },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  internal_error: { status: 500, title: 'Internal error', retryable: true },
  overloaded: { status: 503, title: 'Overloaded', retryable: true },
  database_unavailable: { status: 503, title: 'Database unavailable', retryable: true },
} as const satisfies Record<string, ErrorKind>;

/** Codes that arise on the caller's side, without a proper answer; status 0 stands for none. */
export const CLIENT_ERRORS = {
  network_error: { status: 0, title: 'No connection', retryable: true },
  timeout: { status: 0, title: 'No answer in time', retryable: true },
  aborted: { status: 0, title: 'Aborted', retryable: false },
  unexpected_answer: { status: 0, title: 'Unexpected answer', retryable: false },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
export type CallbackErrorCode = ErrorCode | keyof typeof CLIENT_ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

export interface CallbackErrorOptions {
  /** HTTP status, where it is not the code's own. */
  status?: number | undefined;
  field?: string | undefined;
  existingRequestId?: string | undefined;
  limit?: string | undefined;
  notice?: string | undefined;
  triesLeft?: number | undefined;
  canAskForReview?: boolean | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
}

/** What every function of Ringback's clients throws. `message` is a sentence for people that says what to do. */
export class CallbackError extends Error {
  override readonly name = 'CallbackError';
  readonly code: CallbackErrorCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The input that was refused. */
  readonly field: string | undefined;
  /** The caller's own request that a `duplicate_request` ran into. */
  readonly existingRequestId: string | undefined;
  /** The name of the limit that a `rate_limited` ran into. */
  readonly limit: string | undefined;
  /** The operator's text for buyers, where new requests are off. Plain text. */
  readonly notice: string | undefined;
  /** How often a code may still be entered, after a `wrong_code`. */
  readonly triesLeft: number | undefined;
  /** Whether the same request may be sent with `asks_for_review`, for an operator to decide about. */
  readonly canAskForReview: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: CallbackErrorCode, message: string, options: CallbackErrorOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.status = options.status ?? kindOf(code).status;
    this.field = options.field;
    this.existingRequestId = options.existingRequestId;
    this.limit = options.limit;
    this.notice = options.notice;
    this.triesLeft = options.triesLeft;
    this.canAskForReview = options.canAskForReview ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** Whether the same call may succeed later without being changed. */
  get retryable(): boolean {
    return kindOf(this.code).retryable || isRetryableStatus(this.status);
  }
}

export function isCallbackError(error: unknown): error is CallbackError {
  return error instanceof Error && error.name === 'CallbackError' && 'code' in error;
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/** 408, 425, 429 and 5xx: the statuses after which a call may be sent again. */
export function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** A refusal as the database raises it; drivers say `detail`, PostgREST says `details`. */
export interface DatabaseRefusal {
  /** SQLSTATE: `PT` and the HTTP status. */
  code?: string | undefined;
  message: string;
  hint?: string | null | undefined;
  detail?: string | null | undefined;
}

/** The error that a refusal of the database means, or undefined when it is not one of Ringback's. */
export function fromDatabase(refusal: DatabaseRefusal): CallbackError | undefined {
  const { code, hint, message } = refusal;
  if (!code?.startsWith('PT') || !isErrorCode(hint)) return undefined;
  return refused(hint, message, parseDetail(refusal.detail), refusal);
}

/**
 * The error of an answer `{ refusal }`: one that the database has recorded, and so returns instead of raising it.
 * A code that a later database has added is an error too: it must not pass for what was asked.
 */
export function fromRecordedRefusal(answer: unknown): CallbackError | undefined {
  const { refusal } = (answer ?? {}) as { refusal?: { code?: string; message: string; detail?: Detail } };
  if (!refusal?.code) return undefined;
  const { code, message, detail } = refusal;
  return refused(isErrorCode(code) ? code : 'unexpected_answer', message, detail ?? {}, refusal);
}

type Detail = Record<string, unknown>;

function refused(code: CallbackErrorCode, message: string, detail: Detail, cause: unknown): CallbackError {
  return new CallbackError(code, message, {
    field: text(detail.field),
    existingRequestId: text(detail.existing_request_id),
    limit: text(detail.limit),
    notice: text(detail.notice),
    triesLeft: number(detail.tries_left),
    canAskForReview: detail.can_ask_for_review === true,
    retryAfterSeconds: number(detail.retry_after_seconds),
    cause,
  });
}

function kindOf(code: CallbackErrorCode): ErrorKind {
  return isErrorCode(code) ? ERRORS[code] : CLIENT_ERRORS[code];
}

function parseDetail(detail: string | null | undefined): Detail {
  return detail?.startsWith('{') ? JSON.parse(detail) : {};
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
