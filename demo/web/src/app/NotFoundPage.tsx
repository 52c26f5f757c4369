/** For addresses that lead nowhere. */
import { Link } from 'wouter';
import { Page } from '../ui/Page.tsx';
import { useWords } from './settings.tsx';

export function NotFoundPage() {
  const { states } = useWords();
  return (
    <Page title={states.notFound}>
      <p>
        <Link href="/" className="button">
          {states.home}
        </Link>
      </p>
    </Page>
  );
}
