/** Reviews in a table: the reasons in words, who asked whom, and the acts on what is selected. */
import type { Review } from '@ringback/client';
import { type ReactNode, useState } from 'react';
import { useCan } from '../app/session.tsx';
import { listingOf, sellerOf } from '../requests/names.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { useFilters } from '../ui/search.ts';
import { TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import type { Pages } from '../ui/table/usePages.ts';
import { type Decision, DecisionDialog } from './DecisionDialog.tsx';
import { texts } from './texts.ts';

const { list: words, acts } = texts;

interface Chosen {
  decision: Decision;
  ids: string[];
  done: () => void;
}

export function ReviewTable({ pages, empty }: { pages: Pages<Review>; empty?: ReactNode }) {
  const { values } = useFilters();
  const isDeciding = useCan('support');
  const [chosen, setChosen] = useState<Chosen>();
  const choose = (decision: Decision, rows: Review[], done: () => void) =>
    setChosen({ decision, ids: rows.map(({ id }) => id), done });
  return (
    <>
      <Table<Review>
        id="reviews"
        label={words.label}
        columns={COLUMNS}
        pages={pages}
        rowId={({ id }) => id}
        open={({ id }) => ({ to: '/reviews', search: { tab: values.tab, related: id } })}
        isExported
        {...(empty !== undefined && { empty })}
        {...(isDeciding && {
          bulk: (rows, clear) => <Acts rows={rows} choose={(d) => choose(d, rows, clear)} />,
        })}
      />
      {chosen && (
        <DecisionDialog
          decision={chosen.decision}
          ids={chosen.ids}
          onDone={chosen.done}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function Acts({ rows, choose }: { rows: Review[]; choose: (decision: Decision) => void }) {
  const isBlocking = useCan('admin');
  const has = (...states: string[]) => rows.some(({ state }) => states.includes(state));
  return (
    <>
      <Button icon="check" disabled={!has('waiting', 'waiting_for_code')} onClick={() => choose('approve')}>
        {acts.approve}
      </Button>
      <Button
        icon="close"
        disabled={
          !has(
            'waiting',
            'waiting_for_code',
            'sent',
            'approved',
            'confirmed',
            ...(isBlocking ? ['refused'] : []),
          )
        }
        onClick={() => choose('reject')}
      >
        {acts.reject}
      </Button>
      <Button icon="retry" disabled={!has('rejected', 'lapsed')} onClick={() => choose('reopen')}>
        {acts.reopen}
      </Button>
    </>
  );
}

/** A row of a flood has a dozen, and a hundred rows stand below each other. */
const SHOWN_REASONS = 3;

/** Those that raise the risk, the strongest first. */
const reasonsOf = ({ signals }: Review) => signals.filter(({ points }) => points > 0);

function Reasons({ review }: { review: Review }) {
  const reasons = reasonsOf(review);
  const { asked_about: about } = review;
  if (reasons.length === 0 && about === null) return words.noReasons;
  const [shown, rest] = [reasons.slice(0, SHOWN_REASONS), reasons.slice(SHOWN_REASONS)];
  return (
    <>
      <ul className="review-reasons">
        {about !== null && <li>{words.asked[about] ?? words.askedOther}</li>}
        <Signals signals={shown} />
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{words.moreReasons(rest.length)}</summary>
          <ul className="review-reasons">
            <Signals signals={rest} />
          </ul>
        </details>
      )}
    </>
  );
}

const Signals = ({ signals }: Pick<Review, 'signals'>) =>
  signals.map(({ name, meaning, points }) => (
    <li key={name}>
      {meaning} <span className="quiet">+{points}</span>
    </li>
  ));

function Buyer({ review: { buyer, account_age_days: age, person_list } }: { review: Review }) {
  return (
    <>
      <TargetLink to="/people/$id" params={{ id: buyer.id }}>
        <bdi>{buyer.name ?? buyer.id}</bdi>
      </TargetLink>{' '}
      {age !== null && <span className="quiet">{words.days(age)}</span>}{' '}
      {person_list === 'block' && <Badge label={words.blocked} tone="danger" />}
      {person_list === 'allow' && <Badge label={words.allowed} tone="success" />}
    </>
  );
}

/** Where the seller has it, it leads to the request's page. */
function State({ review: { id, state } }: { review: Review }) {
  const name = texts.states[state] ?? state;
  const badge = <Badge label={name} tone={state === 'waiting' ? 'warning' : 'neutral'} />;
  if (!['sent', 'approved', 'confirmed'].includes(state)) return badge;
  return (
    <TargetLink to="/requests/$id" params={{ id }}>
      {badge}
    </TargetLink>
  );
}

const COLUMNS: Column<Review>[] = [
  {
    ...{ id: 'listing', label: words.listing, isTitle: true },
    cell: (review) => <bdi>{listingOf(review)}</bdi>,
    csv: ({ listing }) => listing.title,
  },
  {
    ...{ id: 'score', label: words.score, align: 'end' },
    cell: ({ score }) => score,
    csv: ({ score }) => score,
  },
  {
    ...{ id: 'reasons', label: words.reasons },
    cell: (review) => <Reasons review={review} />,
    csv: (review) =>
      reasonsOf(review)
        .map(({ name }) => name)
        .join(' '),
  },
  {
    ...{ id: 'buyer', label: words.buyer },
    cell: (review) => <Buyer review={review} />,
    csv: ({ buyer }) => buyer.name,
  },
  {
    ...{ id: 'message', label: words.message },
    cell: ({ message }) => <span dir="auto">{message ?? words.noMessage}</span>,
    csv: ({ message }) => message,
  },
  {
    ...{ id: 'seller', label: words.seller, isExtra: true },
    cell: (review) => <bdi>{sellerOf(review)}</bdi>,
    csv: ({ seller }) => seller.name,
  },
  {
    ...{ id: 'state', label: words.state },
    cell: (review) => <State review={review} />,
    csv: ({ state }) => state,
  },
  { id: 'at', label: words.at, cell: ({ at }) => <Time at={at} />, csv: ({ at }) => at },
];
