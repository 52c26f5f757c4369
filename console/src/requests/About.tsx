/** What a request is: who, about what, when, with which number. */
import type { OperatorRequestDetail } from '@ringback/client';
import { Copy } from '../ui/Copy.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { format } from '../ui/format.ts';
import { TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import { buyerOf, listingOf, sellerOf } from './names.ts';
import { texts } from './texts.ts';

const { detail: words, columns } = texts;

export function About({ detail }: { detail: OperatorRequestDetail }) {
  const { request, phone_masked, country } = detail;
  const moment = (at: string | null) => at && <Time at={at} isFocusable />;
  const ended = request.completed_at ?? request.cancelled_at;
  return (
    <DetailList
      details={[
        { label: columns.buyer, value: <Person id={detail.buyer.id} name={buyerOf(detail)} /> },
        { label: columns.seller, value: <Person id={detail.seller.id} name={sellerOf(detail)} /> },
        { label: columns.listing, value: listingOf(detail) },
        { label: words.number, value: phone_masked },
        { label: columns.country, value: country && format.country(country) },
        { label: words.requested, value: moment(detail.requested_at) },
        { label: words.edited, value: moment(request.edited_at) },
        { label: ended ? words.ended : words.expires, value: moment(ended ?? detail.expires_at) },
        { label: words.priority, value: detail.priority === 'normal' ? null : detail.priority },
        { label: words.reason, value: request.callback_reason?.replaceAll('_', ' ') },
        { label: words.when, value: whenOf(request) },
        {
          label: words.message,
          value: request.message && <span className="written">{request.message}</span>,
        },
        { label: words.consent, value: detail.consent && consentOf(detail.consent) },
        { label: words.confirmation, value: request.confirmation && answerOf(request.confirmation) },
        { label: columns.id, value: <Copy text={detail.id} what={words.id} /> },
      ]}
    />
  );
}

const whenOf = ({ preferred_days, preferred_time, time_zone }: OperatorRequestDetail['request']) =>
  [preferred_days?.join(', '), preferred_time, (preferred_days ?? preferred_time) && time_zone]
    .filter(Boolean)
    .join(' · ');

const consentOf = ({
  version,
  locale,
  source,
  withdrawn_at,
}: NonNullable<OperatorRequestDetail['consent']>) =>
  words.consentGiven(version, locale, words.sources[source] ?? source, withdrawn_at !== null);

const answerOf = ({ answer, rating }: { answer: string; rating: number | null }) =>
  [words.answers[answer] ?? answer, rating && `${rating}/5`].filter(Boolean).join(', ');

function Person({ id, name }: { id: string | null; name: string }) {
  if (id === null) return name;
  return (
    <TargetLink to="/people/$id" params={{ id }}>
      {name}
    </TargetLink>
  );
}
