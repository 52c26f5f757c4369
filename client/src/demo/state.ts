/** What a demo world holds: the marketplace's people and listings, and what Ringback keeps about them. */
import type {
  CallbackAttempt,
  CallbackRequest,
  HistoryEntry,
  Notification,
  Preferences,
  RegisteredDevice,
} from '../schemas/index.ts';
import type { SIDES } from '../vocabulary.ts';

export type Side = (typeof SIDES)[number];

export interface DemoPerson {
  id: string;
  name: string;
  /** Without one, nobody can request a callback from this person. */
  phone?: string | null;
  avatar_url?: string | null;
  is_verified?: boolean;
  /** IANA name; for preferred times of requests that name no zone. */
  time_zone?: string | null;
}

export interface DemoListing {
  id: string;
  seller_id: string;
  title: string;
  price?: number | null;
  currency?: string | null;
  image?: string | null;
  /** True by default. */
  is_available?: boolean;
  /** The operator has turned new requests about it off. */
  callbacks_off?: { notice?: string };
}

/** An entry of the history, with the number that its notifications refer to. */
export interface StoredEvent extends HistoryEntry {
  id: number;
}

/** What readers see that is worked out for each of them is not stored. */
type Derived =
  | 'preferred_ranges'
  | 'is_preferred_now'
  | 'attempts_count'
  | 'last_attempt'
  | 'undo_until'
  | 'is_being_checked'
  | 'is_waiting_for_code'
  | 'phone_code'
  | 'can_extend'
  | 'may_request_again_at'
  | 'can_confirm_until'
  | 'requester'
  | 'seller'
  | 'listing'
  | 'requester_phone'
  | 'requester_name'
  | 'requester_id'
  | 'seller_id'
  | 'listing_id'
  | 'requester_phone_masked';

/** What is erased leaves a demo world, so both sides and the listing are always there. */
export interface StoredRequest extends Omit<CallbackRequest, Derived> {
  requester_id: string;
  seller_id: string;
  listing_id: string;
  requester_name: string;
  requester_phone: string;
  /** False after a withdrawal that lets the buyer request another callback that day. */
  holds_day: boolean;
  extensions: number;
  /** Of one whose number was never confirmed: its seller does not see it. */
  code?: { sent_at: number; expires_at: number; until: number; tries: number; sent: number };
  /** The seller's. */
  report?: 'fake_number' | 'spam' | null;
  attempts: CallbackAttempt[];
  events: StoredEvent[];
}

export interface StoredNotification
  extends Pick<
    Notification,
    | 'id'
    | 'callback_request_id'
    | 'notification_type'
    | 'as'
    | 'title'
    | 'message'
    | 'data'
    | 'created_at'
    | 'read_at'
  > {
  recipient_id: string;
  event_id: number;
}

/** Plain JSON, so that a storage can keep it. Requests and notifications are newest first. */
export interface DemoState {
  /** Whether sellers read the number of an open request, or a mask until they ask for it. */
  phone_visibility: 'open' | 'on_call';
  /** Whether a number that its buyer has not confirmed needs a code. */
  asks_for_codes: boolean;
  /** "person number", confirmed by a code. */
  confirmed_phones: string[];
  people: DemoPerson[];
  listings: DemoListing[];
  requests: StoredRequest[];
  /** "seller buyer", where the seller blocked the buyer. */
  blocks?: string[];
  notifications: StoredNotification[];
  preferences: Record<string, Omit<Preferences, 'channels'>>;
  devices: (RegisteredDevice & { user_id: string })[];
  /** Idempotency keys by person: the content they came with, and the request they led to. */
  keys: Record<string, { content: string; request_id: string }>;
  /** How many ids have been given out. */
  ids: number;
}

/** One call of one person: what it changes is kept when it succeeds, and dropped when it is refused. */
export interface Call {
  state: DemoState;
  userId: string;
  /** Milliseconds since 1970. */
  now: number;
  /** What happened, for live updates. */
  happened: { event: StoredEvent; request: StoredRequest }[];
  /** Whose notifications changed. */
  notified: Set<string>;
}

export const person = ({ people }: DemoState, id: string) => people.find((known) => known.id === id);

export const listing = ({ listings }: DemoState, id: string) => listings.find((known) => known.id === id);

/** A UUID; later ones sort behind earlier ones. */
export function newId(state: DemoState): string {
  state.ids += 1;
  return `00000000-0000-7000-8000-${state.ids.toString(16).padStart(12, '0')}`;
}

export const instant = (ms: number): string => new Date(ms).toISOString();
