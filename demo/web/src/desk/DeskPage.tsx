/**
 * The seller's desk. A wide window shows the inbox and, beside it, the chosen request or else the numbers; a
 * narrow one shows one of the three. All of them are one page, so that the inbox stays as it was left.
 */
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Page } from '../ui/Page.tsx';
import { Inbox } from './Inbox.tsx';
import { Numbers } from './Numbers.tsx';
import { RequestDetail } from './RequestDetail.tsx';

/** `view` is a request's id, or 'numbers', or nothing for the inbox. */
export default function DeskPage({ view }: { view: string | undefined }) {
  const { desk: words } = useWords();
  const showing = view === undefined ? 'inbox' : view === 'numbers' ? 'numbers' : 'detail';
  return (
    <Page title={words.title} className="desk">
      <nav className="desk-nav" aria-label={words.title} hidden={showing === 'detail'}>
        <Link href="/desk" aria-current={showing === 'inbox' ? 'page' : undefined}>
          {words.inbox}
        </Link>
        <Link href="/desk/numbers" aria-current={showing === 'numbers' ? 'page' : undefined}>
          {words.numbers}
        </Link>
      </nav>
      <div className="desk-columns" data-showing={showing}>
        <Inbox chosenId={showing === 'detail' ? view : undefined} />
        <div className="desk-side">
          {showing === 'detail' && view !== undefined ? <RequestDetail key={view} id={view} /> : <Numbers />}
        </div>
      </div>
    </Page>
  );
}
