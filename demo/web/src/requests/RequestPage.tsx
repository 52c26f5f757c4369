/**
 * One request with its history. Its seller is redirected to the desk, so that a notification's link works for
 * both sides.
 */
import { CallbackRequestDetails, useCallbackRequest } from '@ringback/react';
import { Redirect } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { BackLink } from '../ui/BackLink.tsx';
import { isMissing } from '../ui/isMissing.ts';
import { Missing } from '../ui/Missing.tsx';
import { Page } from '../ui/Page.tsx';

export default function RequestPage({ id }: { id: string }) {
  const { requests: words } = useWords();
  const { signedIn } = useSession();
  const { request, error } = useCallbackRequest(id);
  if (isMissing(error) && !request) return <Missing what="request" />;
  if (request?.seller_id === signedIn?.account.id) return <Redirect href={`/desk/${id}`} replace />;
  return (
    <>
      <BackLink href="/requests">{words.back}</BackLink>
      <Page title={words.detail} className="page-narrow">
        <div className="request">
          <CallbackRequestDetails requestId={id} />
        </div>
      </Page>
    </>
  );
}
