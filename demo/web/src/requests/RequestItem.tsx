/** One request of the buyer: Ringback's own view of it, and where else it leads. */
import type { CallbackRequest } from '@ringback/client';
import { CallbackRequestDetails } from '@ringback/react';
import { Link, useLocation } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Icon } from '../ui/Icon.tsx';

interface RequestItemProps {
  request: CallbackRequest;
  /** What the link to the request's own page is called; left out on that page. */
  link?: string;
}

export function RequestItem({ request, link }: RequestItemProps) {
  const { desk: words } = useWords();
  const [, navigate] = useLocation();
  const { id, listing } = request;
  const path = `/listings/${listing.id}`;
  return (
    <article className="request" aria-labelledby={`request-${id}`}>
      <h2 id={`request-${id}`} className="visually-hidden">
        <bdi>{listing.title ?? '–'}</bdi>
      </h2>
      <CallbackRequestDetails request={request} onRequestAgain={() => navigate(path)} />
      <Link href={path} className="card-link" aria-labelledby={`listing-${id} request-${id}`}>
        <span id={`listing-${id}`}>{words.toListing}</span>
        <Icon name="chevron" isDirectional />
      </Link>
      {link && (
        <Link href={`/requests/${id}`} className="card-link" aria-labelledby={`link-${id} request-${id}`}>
          <span id={`link-${id}`}>{link}</span>
          <Icon name="chevron" isDirectional />
        </Link>
      )}
    </article>
  );
}
