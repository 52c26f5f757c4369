/** What a listener of live updates receives. */
import type { STATUSES } from '../vocabulary.ts';

/** Ids, statuses and times only: read the rest again where it is shown. */
export type CallbackEvent =
  | {
      type: 'request';
      /** `request_created`, `status_changed`, …; `changed` where the transport does not know. */
      event_type: string;
      callback_request_id: string;
      status: (typeof STATUSES)[number] | null;
      happened_at: string;
    }
  /** There may be other notifications, or another count, which is given where it is known. */
  | { type: 'notifications'; unread?: number | undefined }
  /** Something may have been missed: read everything again. */
  | { type: 'reset' };

/**
 * `unsupported`: this platform or server has no live updates, and it is not tried again; poll instead. `waiting`: so many windows of
 * this browser are open as different people that no connection is left for this one; poll until one of them is closed.
 */
export type LiveStatus = 'connecting' | 'connected' | 'offline' | 'waiting' | 'unsupported';

export interface SubscribeOptions {
  /** Called at once and at every change. After `offline` or `connecting` it reconnects by itself. */
  onStatus?: ((status: LiveStatus) => void) | undefined;
}
