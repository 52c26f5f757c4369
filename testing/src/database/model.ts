/**
 * The rules of callback requests a second time, in memory and as plainly as they can be said: four people, each with two listings.
 * model.test.ts plays the same moves here and in the database and compares what comes out.
 */
export const PEOPLE = 4;
export const LISTINGS = 8;
export const LIMITS = {
  requests_per_user_per_day: 2,
  requests_per_phone_per_day: 2,
  requests_per_seller_per_day: 2,
};
const DAYS_UNTIL_EXPIRY = 7;

export type Status = 'pending' | 'acknowledged' | 'completed' | 'cancelled' | 'expired';

export type ModelRequest = {
  /** The id that the database gave it. */
  id?: string;
  buyer: number;
  listing: number;
  phone: number;
  /** The numbers that it was given, and how many days ago. */
  uses: { phone: number; daysAgo: number }[];
  daysAgo: number;
  holdsDay: boolean;
  /** As stored; an overdue request is still open here until the job comes by. */
  status: Status;
  /** How the calls of the last minute went. */
  calls: string[];
};

/** What the model takes from the database, for types are data: a row of notification_types. */
export type NotificationType = {
  name: string;
  event_type: string;
  to_status: Status | null;
  recipients: string[];
  /** The outcomes of call attempts whose events it is for; null stands for an event without any. */
  outcomes: (string | null)[];
};

type ModelNotification = { request: ModelRequest; recipient: number; type: string; isRead: boolean };

export const ownerOf = (listing: number) => listing % PEOPLE;

export class Model {
  /** Oldest first. */
  requests: ModelRequest[] = [];
  /** Oldest first. */
  notifications: ModelNotification[] = [];
  readonly blocks = new Set<string>();
  readonly soldListings = new Set<number>();
  readonly peopleWithoutPhone = new Set<number>();
  private deletedListings = 0;
  private readonly notificationTypes: readonly NotificationType[];

  constructor(notificationTypes: readonly NotificationType[]) {
    this.notificationTypes = notificationTypes;
  }

  statusOf({ status, daysAgo }: ModelRequest): Status {
    const isOverdue = (status === 'pending' || status === 'acknowledged') && daysAgo >= DAYS_UNTIL_EXPIRY;
    return isOverdue ? 'expired' : status;
  }

  /** Why this buyer may not ask now; undefined when nothing stands in the way. A phone of undefined is not counted. */
  obstacle(buyer: number, listing: number, phone?: number): string | undefined {
    const seller = ownerOf(listing);
    const today = this.requests.filter((request) => request.daysAgo === 0);
    const count = (matches: (request: ModelRequest) => boolean) => today.filter(matches).length;
    if (seller === buyer) return 'own_listing';
    if (count((r) => r.holdsDay && r.buyer === buyer && r.listing === listing) > 0)
      return 'duplicate_request';
    if (this.soldListings.has(listing)) return 'listing_unavailable';
    if (this.peopleWithoutPhone.has(seller) || this.isBlocked(buyer, seller)) return 'seller_unreachable';
    if (count((r) => r.buyer === buyer) >= LIMITS.requests_per_user_per_day) return 'rate_limited';
    if (phone !== undefined && this.isUsedUp(phone)) return 'rate_limited';
    if (count((r) => ownerOf(r.listing) === seller) >= LIMITS.requests_per_seller_per_day)
      return 'rate_limited';
    return undefined;
  }

  isBlocked(one: number, other: number): boolean {
    return this.blocks.has(`${one}-${other}`) || this.blocks.has(`${other}-${one}`);
  }

  /** Whether today's requests, but for this one, were given the number as often as they may. */
  private isUsedUp(phone: number, butFor?: ModelRequest): boolean {
    const uses = this.requests.filter(
      (request) => request !== butFor && request.uses.some((use) => use.phone === phone && use.daysAgo === 0),
    );
    return uses.length >= LIMITS.requests_per_phone_per_day;
  }

  create(buyer: number, listing: number, phone: number): string {
    const obstacle = this.obstacle(buyer, listing, phone);
    if (obstacle) return obstacle;
    const uses = [{ phone, daysAgo: 0 }];
    const request: ModelRequest = {
      buyer,
      listing,
      phone,
      uses,
      daysAgo: 0,
      holdsDay: true,
      status: 'pending',
      calls: [],
    };
    this.requests.push(request);
    this.notify(request, 'request_created', 'buyer');
    return 'done';
  }

  change(request: ModelRequest, actor: number, to: Status): string {
    const seller = ownerOf(request.listing);
    const status = this.statusOf(request);
    if (actor !== seller && actor !== request.buyer) return 'not_found';
    if (actor === request.buyer && (to === 'acknowledged' || to === 'completed')) return 'forbidden';
    if (to === status) return 'done';
    if (status === 'expired') return 'request_expired';
    if (to === 'pending' || to === 'expired') return 'invalid_transition';
    if (status !== 'pending' && status !== 'acknowledged') return 'invalid_transition';
    if (to !== 'cancelled' && this.isBlocked(request.buyer, seller)) return 'forbidden';
    this.moveTo(request, to, actor === seller ? 'seller' : 'buyer');
    return 'done';
  }

  /** `outcome` is that of the call attempt that leads there. */
  private moveTo(request: ModelRequest, to: Status, actor: 'buyer' | 'seller', outcome?: string): void {
    request.status = to;
    if (to === 'cancelled' && actor === 'buyer') request.holdsDay = this.wasDayFreed(request);
    this.notify(request, 'status_changed', actor, outcome);
  }

  /** A withdrawal sets the day free, once for a buyer and a listing. */
  private wasDayFreed({ buyer, listing, daysAgo }: ModelRequest): boolean {
    return this.requests.some(
      (r) => !r.holdsDay && r.buyer === buyer && r.listing === listing && r.daysAgo === daysAgo,
    );
  }

  edit(request: ModelRequest, actor: number, phone: number): string {
    if (actor === ownerOf(request.listing)) return 'forbidden';
    if (actor !== request.buyer) return 'not_found';
    const obstacle = this.closed(request);
    if (obstacle) return obstacle;
    if (phone === request.phone) return 'done';
    if (this.isBlocked(request.buyer, ownerOf(request.listing))) return 'forbidden';
    if (this.isUsedUp(phone, request)) return 'rate_limited';
    request.phone = phone;
    request.uses.push({ phone, daysAgo: 0 });
    this.notify(request, 'request_edited', 'buyer');
    return 'done';
  }

  logCall(request: ModelRequest, actor: number, outcome: string): string {
    if (actor === request.buyer) return 'forbidden';
    if (actor !== ownerOf(request.listing)) return 'not_found';
    if (request.calls.includes(outcome)) return 'done';
    const obstacle = this.closed(request);
    if (obstacle) return obstacle;
    if (this.isBlocked(request.buyer, actor)) return 'forbidden';
    request.calls.push(outcome);
    this.notify(request, 'call_attempted', 'seller', outcome);
    if (outcome === 'reached') this.moveTo(request, 'completed', 'seller', outcome);
    else if (request.status === 'pending') this.moveTo(request, 'acknowledged', 'seller', outcome);
    return 'done';
  }

  private closed(request: ModelRequest): string | undefined {
    const status = this.statusOf(request);
    if (status === 'expired') return 'request_expired';
    return status === 'pending' || status === 'acknowledged' ? undefined : 'invalid_transition';
  }

  /** Returns how many ran out. */
  expire(): number {
    const overdue = this.requests.filter((request) => this.statusOf(request) !== request.status);
    for (const request of overdue) {
      request.status = 'expired';
      this.notify(request, 'status_changed', 'system');
    }
    return overdue.length;
  }

  daysPass(days: number): void {
    for (const request of this.requests) {
      request.daysAgo += days;
      for (const use of request.uses) use.daysAgo += days;
      request.calls = [];
    }
  }

  /** The marketplace deletes a listing, which closes what is open about it; another takes its place. */
  deleteListing(listing: number): void {
    this.deletedListings += 1;
    for (const request of this.requests.filter((each) => each.listing === listing)) {
      request.listing += LISTINGS * this.deletedListings; // of the same owner, and nobody requests a callback about it
      if (request.status !== 'pending' && request.status !== 'acknowledged') continue;
      request.status = this.statusOf(request) === 'expired' ? 'expired' : 'cancelled';
      this.notify(request, 'status_changed', 'system');
    }
    this.soldListings.delete(listing);
  }

  /** Returns how many were unread. */
  markAllRead(person: number): number {
    const unread = this.unreadOf(person);
    for (const notification of unread) notification.isRead = true;
    return unread.length;
  }

  unreadOf(person: number): ModelNotification[] {
    return this.notifications.filter(
      (notification) => notification.recipient === person && !notification.isRead,
    );
  }

  received(person: number): ModelRequest[] {
    return this.requests.filter((request) => ownerOf(request.listing) === person);
  }

  sent(person: number): ModelRequest[] {
    return this.requests.filter((request) => request.buyer === person);
  }

  /** Each side that a type caused by this event names, but the one that acted. */
  private notify(
    request: ModelRequest,
    event: string,
    actor: 'buyer' | 'seller' | 'system',
    outcome: string | null = null,
  ): void {
    const sides = { seller: ownerOf(request.listing), buyer: request.buyer };
    for (const { name, event_type, to_status, recipients, outcomes } of this.notificationTypes) {
      if (event_type !== event || (to_status ?? request.status) !== request.status) continue;
      if (!outcomes.includes(outcome)) continue;
      for (const side of ['seller', 'buyer'] as const) {
        if (side === actor || !recipients.includes(side)) continue;
        this.notifications.push({ request, recipient: sides[side], type: name, isRead: false });
      }
    }
  }
}
