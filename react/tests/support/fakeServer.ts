/** The state of the server that the fake client talks to. */
import type {
  CallbackRequestDetail,
  Eligibility,
  Notification,
  Preferences,
  RegisteredDevice,
} from '@ringback/client';

/** Tests may change it as other people would. */
export interface FakeServer {
  /** Newest first. */
  requests: CallbackRequestDetail[];
  notifications: Notification[];
  /** Who is signed in. */
  userId: string;
  /** Why no request may be made, apart from one that is there. */
  obstacle: Eligibility['reason'];
  /** What is known of the listing, its seller and the buyer's allowance. */
  listing: Pick<
    Eligibility,
    | 'seller'
    | 'listing'
    | 'urgent_left'
    | 'urgent_needs_trust'
    | 'can_ask_for_review'
    | 'message'
    | 'notice'
    | 'limit'
    | 'retry_at'
  >;
  preferences: Preferences;
  /** Where push reaches the signed-in person. */
  devices: RegisteredDevice[];
  webPushKey: string | null;
}
