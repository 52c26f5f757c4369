/** What the components take: one type for each, shared by the web views and the native views. */
import type { CallbackRequest, CallbackRequestDetail } from '@ringback/client';
import type { ReactNode } from 'react';
import type { ButtonSize, ButtonVariant } from '../ui/slots.ts';
import type { HostValue } from '../ui/useHostValue.ts';
import type { StatusChoice } from './statusTabs.ts';

/** An id as the marketplace has it: of a person or a listing. */
export type MarketplaceKey = string | number;

export type CallbackRequestButtonProps = ButtonProps & SellersPhone;

interface ButtonProps {
  listingId: MarketplaceKey;
  sellerId: MarketplaceKey;
  sellerName: string;
  listingTitle: string;
  /** `outline` by default. */
  variant?: ButtonVariant | undefined;
  /** `md` by default. */
  size?: ButtonSize | undefined;
  /** `block` fills the width of what it stands in; `inline` by default, in React Native `block`. */
  width?: 'inline' | 'block' | undefined;
  /** Runs when a request was made. */
  onRequested?: ((request: CallbackRequest) => void) | undefined;
}

/** A seller without a number cannot call back: the button is not shown. No buyer's browser needs the number itself. */
type SellersPhone =
  | { sellerHasPhone: boolean; sellerPhone?: string | null | undefined }
  | {
      /** For apps that have the number at hand; only whether there is one matters. */
      sellerPhone: string | null | undefined;
      sellerHasPhone?: undefined;
    };

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

export interface CallbackInboxProps extends HostValue<InboxValue> {
  /** Runs when the status of a request has changed. */
  onStatusUpdate?: (() => void) | undefined;
  /** Single keys such as j and k, on the web; true by default. */
  shortcuts?: boolean | undefined;
}

/** What a buyer sees of a request, outside the button's dialog. */
export type CallbackRequestDetailsProps = RequestAgain &
  (
    | {
        /** As the hooks give it. */
        request: CallbackRequest;
        requestId?: undefined;
      }
    | {
        /** Loads the request, shows its history, too, and marks its notifications as read. */
        requestId: string;
        request?: undefined;
      }
  );

interface RequestAgain {
  /**
   * Leads to the listing, for another request once this one has ended: the provider's `links.listing` by default,
   * where it has `onNavigate`. Without either there is no such button.
   */
  onRequestAgain?: (() => void) | undefined;
}

/** What the buyer's requests show, for instance kept in the page's address. */
export interface MyRequestsValue {
  /** `all` at first. */
  status: StatusChoice;
  /** The request that is open, in the list or not. */
  requestId: string | undefined;
}

export interface MyCallbackRequestsProps extends HostValue<MyRequestsValue> {
  /** Stands below the text while nothing was requested yet: the way to the listings. */
  empty?: ReactNode;
  /** Leads to the listing of a request that has ended; see CallbackRequestDetails. */
  onRequestAgain?: ((request: CallbackRequest) => void) | undefined;
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
