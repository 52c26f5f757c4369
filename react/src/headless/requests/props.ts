/** What the components take: one type for each, shared by the web views and the native views. */
import type { CallbackRequest, CallbackRequestDetail } from '@ringback/client';
import type { ButtonSize, ButtonVariant } from '../ui/slots.ts';
import type { StatusChoice } from './statusTabs.ts';

/** An id as the marketplace has it: of a person or a listing. */
export type MarketplaceKey = string | number;

export interface CallbackRequestButtonProps {
  listingId: MarketplaceKey;
  sellerId: MarketplaceKey;
  sellerName: string;
  /**
   * Only whether there is one matters: a seller without a number cannot call back, and the button is not
   * shown.
   */
  sellerPhone: string | null | undefined;
  listingTitle: string;
  /** `outline` by default. */
  variant?: ButtonVariant | undefined;
  /** `md` by default. */
  size?: ButtonSize | undefined;
  /** Runs when a request was made. */
  onRequested?: ((request: CallbackRequest) => void) | undefined;
}

export interface CallbackRequestCardProps {
  /** As the hooks give it. */
  request: CallbackRequest;
  /** Runs when the request's status has changed. */
  onStatusUpdate?: (() => void) | undefined;
}

/** What the seller's inbox shows, for instance kept in the page's address. */
export interface InboxValue {
  /** `pending` at first. */
  status: StatusChoice;
  search: string;
  listingId: string | undefined;
  /** The request that is open. */
  requestId: string | undefined;
}

export interface CallbackInboxProps {
  /** What it shows, where the app keeps it; what is left out is as at first. */
  value?: Partial<InboxValue> | undefined;
  /** What it shows at first, where it keeps it itself. */
  defaultValue?: Partial<InboxValue> | undefined;
  onChange?: ((value: InboxValue) => void) | undefined;
  /** Runs when the status of a request has changed. */
  onStatusUpdate?: (() => void) | undefined;
  /** Single keys such as j and k, on the web; true by default. */
  shortcuts?: boolean | undefined;
}

/** What a buyer sees of a request, outside the button's dialog. */
export interface CallbackRequestDetailsProps {
  /** As the hooks give it. */
  request: CallbackRequest;
  /** Leads to the listing, for another request once this one has ended. Without it there is no such button. */
  onRequestAgain?: (() => void) | undefined;
}

/** Everything that has happened to a request, for both sides. */
export interface CallbackHistoryProps {
  /** As `useCallbackRequest` gives it: requests of a list come without their history. */
  request: Pick<CallbackRequestDetail, 'history'>;
}

/** Advice for one side: open at the person's first visit, one line that opens from then on. */
export interface CallbackGuidelinesProps {
  as: 'buyer' | 'seller';
}
