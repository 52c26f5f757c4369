/** What is not there, or not there any more: no reader can do anything about it but go elsewhere. */
import { Link } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Page } from './Page.tsx';
import { Empty } from './states.tsx';

export function Missing({ what = 'page' }: { what?: 'page' | 'listing' | 'request' }) {
  const { states } = useWords();
  return (
    <Page title={states.missing[what].title}>
      <Empty icon="search">
        <p>{states.missing[what].hint}</p>
        <Link href="/" className="button button-primary">
          {states.home}
        </Link>
      </Empty>
    </Page>
  );
}
