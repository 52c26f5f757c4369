/** The seller's desk: the inbox, or the numbers. */
import { CallbackGuidelines, CallbackInbox } from '@ringback/react';
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Page } from '../ui/Page.tsx';
import { Numbers } from './Numbers.tsx';
import { useInboxAddress } from './useInboxAddress.ts';

/** `view` is the open request's id, or 'numbers', or nothing. */
export default function DeskPage({ view }: { view: string | undefined }) {
  const { desk: words } = useWords();
  const isInbox = view !== 'numbers';
  return (
    <Page title={words.title} className="desk">
      <nav className="desk-nav" aria-label={words.title}>
        <Link href="/desk" aria-current={isInbox ? 'page' : undefined}>
          {words.inbox}
        </Link>
        <Link href="/desk/numbers" aria-current={isInbox ? undefined : 'page'}>
          {words.numbers}
        </Link>
      </nav>
      {isInbox ? <Inbox requestId={view} /> : <Numbers />}
    </Page>
  );
}

function Inbox({ requestId }: { requestId: string | undefined }) {
  const [value, change] = useInboxAddress(requestId);
  return (
    <>
      <CallbackInbox value={value} onChange={change} />
      <CallbackGuidelines as="seller" />
    </>
  );
}
