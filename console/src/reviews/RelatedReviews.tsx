/** What is related to one request: a graph of what its relatives share, and all of them to decide about at once. */
import { ButtonLink } from '../ui/Button.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { useReviews } from './ReviewList.tsx';
import { ReviewTable } from './ReviewTable.tsx';
import { SharedGraph } from './SharedGraph.tsx';
import { texts } from './texts.ts';

const { related: words } = texts;
const PAGE = 100;

export function RelatedReviews({ id }: { id: string }) {
  const { values } = useFilters();
  const pages = useReviews({ relatedTo: id }, PAGE);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <ButtonLink to="/reviews" search={{ tab: values.tab }} icon="back" look="quiet">
          {words.back}
        </ButtonLink>
      }
    >
      {pages.rows && pages.rows.length > 0 && (
        <Section title={words.graph}>
          <SharedGraph reviews={pages.rows} />
        </Section>
      )}
      <ReviewTable pages={pages} />
    </Page>
  );
}
