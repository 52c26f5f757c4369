/** One request of the buyer: about which listing and to whom, then Ringback's own view of it. */
import type { CallbackRequest } from '@ringback/client';
import { CallbackRequestDetails } from '@ringback/react';
import { Link } from 'wouter';
import { Icon } from '../ui/Icon.tsx';

interface RequestItemProps {
  request: CallbackRequest;
  /** What the link to the request's own page is called; left out on that page. */
  link?: string;
}

export function RequestItem({ request, link }: RequestItemProps) {
  const { id, listing, seller } = request;
  return (
    <article className="request" aria-labelledby={`request-${id}`}>
      <header>
        {listing.image && <img src={listing.image} alt="" width="72" height="54" />}
        <div>
          <h2 id={`request-${id}`}>
            <Link href={`/listings/${listing.id}`}>
              <bdi>{listing.title ?? '–'}</bdi>
            </Link>
          </h2>
          <p className="quiet">
            <bdi>{seller.name}</bdi>
          </p>
        </div>
      </header>
      <CallbackRequestDetails request={request} />
      {link && (
        <Link href={`/requests/${id}`} className="card-link" aria-labelledby={`link-${id} request-${id}`}>
          <span id={`link-${id}`}>{link}</span>
          <Icon name="chevron" isDirectional />
        </Link>
      )}
    </article>
  );
}
