/**
 * One request with its history. Its seller is redirected to the desk, so that a notification's link works for
 * both sides.
 */
import { CallbackHistory, useCallbackRequest, useSeenRequest } from '@ringback/react';
import { Redirect } from 'wouter';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';

import { BackLink } from '../ui/BackLink.tsx';
import { isMissing, useErrorText } from '../ui/errorText.ts';
import { Missing } from '../ui/Missing.tsx';
import { Page } from '../ui/Page.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { RequestItem } from './RequestItem.tsx';

export default function RequestPage({ id }: { id: string }) {
  const { requests: words } = useWords();
  const { signedIn } = useSession();
  const { request, error, refresh } = useCallbackRequest(id);
  useSeenRequest(id);
  const errorText = useErrorText();
  if (isMissing(error) && !request) return <Missing what="request" />;
  if (error && !request) return <Failed message={errorText(error)} retry={refresh} />;
  if (!request) return <Loading />;
  if (request.seller_id === signedIn?.account.id) return <Redirect href={`/desk/${id}`} replace />;
  return (
    <>
      <BackLink href="/requests">{words.back}</BackLink>
      <Page title={words.detail} className="page-narrow">
        <RequestItem request={request} />
        <CallbackHistory request={request} />
      </Page>
    </>
  );
}
