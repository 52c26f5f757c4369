/** The review desk: what waits, what was decided, sent or refused, what is related to one, and the lists. */
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Tabs } from '../ui/Tabs.tsx';
import { RelatedReviews } from './RelatedReviews.tsx';
import { ReviewList } from './ReviewList.tsx';
import { TrustEntries } from './TrustEntries.tsx';
import { texts } from './texts.ts';
import './reviews.css';

const STATES = ['waiting', 'asked', 'decided', 'sent', 'refused'] as const;

export function ReviewsPage() {
  const { values } = useFilters();
  const { label, ...names } = texts.tabs;
  if (values.related) return <RelatedReviews id={values.related} />;
  const state = STATES.find((name) => name === (values.tab ?? 'waiting'));
  return (
    <Page title={texts.title} lead={texts.lead}>
      <Tabs label={label} tabs={Object.entries(names).map(([id, name]) => ({ id, label: name }))} />
      {state ? <ReviewList key={state} state={state} /> : <TrustEntries />}
    </Page>
  );
}
