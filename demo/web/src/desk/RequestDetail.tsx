/** The chosen request: its card, its listing, and everything that has happened to it. */
import type { CallbackRequestDetail } from '@ringback/client';
import { CallbackHistory, CallbackRequestCard, useCallbackRequest, useSeenRequest } from '@ringback/react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { BackLink } from '../ui/BackLink.tsx';
import { isMissing, useErrorText } from '../ui/errorText.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';

export function RequestDetail({ id }: { id: string }) {
  const { desk: words, states } = useWords();
  const { request, error, refresh } = useCallbackRequest(id);
  useSeenRequest(id);
  const errorText = useErrorText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="detail" aria-labelledby="detail">
      <BackLink href="/desk">{words.back}</BackLink>
      <h2 id="detail" ref={heading} tabIndex={-1}>
        {request ? words.detailOf(request.requester_name) : words.detail}
      </h2>
      {isMissing(error) && !request && <Empty icon="search">{states.missing.request.hint}</Empty>}
      {error && !isMissing(error) && !request && <Failed message={errorText(error)} retry={refresh} />}
      {!error && !request && <Loading />}
      {request && <Detail request={request} refresh={refresh} />}
    </section>
  );
}

function Detail({ request, refresh }: { request: CallbackRequestDetail; refresh: () => void }) {
  const { desk: words } = useWords();
  const { listing } = request;
  return (
    <>
      <div className="detail-card">
        <CallbackRequestCard request={request} onStatusUpdate={refresh} />
      </div>
      <p>
        <Link href={`/listings/${listing.id}`}>{words.toListing}</Link>
      </p>
      <CallbackHistory request={request} />
    </>
  );
}
