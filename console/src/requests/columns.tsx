/** The columns of a list of requests, on the requests page and on a person's. */
import type { OperatorRequest } from '@ringback/client';
import { badgeState, channelName } from '../deliveries/words.ts';
import { DeliveryBadge, StatusBadge } from '../ui/Badge.tsx';
import { format } from '../ui/format.ts';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { buyerOf, listingOf, sellerOf } from './names.ts';
import { texts } from './texts.ts';

const { columns: words } = texts;

export const COLUMNS: Column<OperatorRequest>[] = [
  { id: 'listing', label: words.listing, isTitle: true, cell: listingOf, csv: listingOf },
  { id: 'buyer', label: words.buyer, cell: buyerOf, csv: buyerOf },
  { id: 'seller', label: words.seller, cell: sellerOf, csv: sellerOf },
  {
    id: 'status',
    label: words.status,
    cell: ({ status }) => <StatusBadge status={status} />,
    csv: ({ status }) => status,
  },
  {
    id: 'phone',
    label: words.phone,
    cell: ({ phone_masked }) => phone_masked?.replaceAll(' ', '\u00a0') ?? '–', // on one line
    csv: ({ phone_masked }) => phone_masked,
  },
  {
    id: 'attempts',
    label: words.attempts,
    align: 'end',
    cell: ({ attempts_count }) => format.number(attempts_count),
    csv: ({ attempts_count }) => attempts_count,
  },
  {
    id: 'deliveries',
    label: words.deliveries,
    cell: (row) => <Deliveries deliveries={row.deliveries} />,
    csv: ({ deliveries }) =>
      deliveries.map(({ channel, state, count }) => `${channel} ${state} ${count}`).join('; '),
  },
  {
    id: 'country',
    label: words.country,
    isExtra: true,
    cell: ({ country }) => (country ? format.country(country) : '–'),
    csv: ({ country }) => country,
  },
  {
    id: 'requested',
    label: words.requested,
    cell: ({ requested_at }) => <Time at={requested_at} />,
    csv: ({ requested_at }) => requested_at,
  },
  {
    id: 'expires',
    label: words.expires,
    isExtra: true,
    cell: ({ expires_at }) => <Time at={expires_at} />,
    csv: ({ expires_at }) => expires_at,
  },
  { id: 'id', label: words.id, isExtra: true, cell: ({ id }) => <code>{id}</code>, csv: ({ id }) => id },
];

/** What went wrong, or that all left. */
function Deliveries({ deliveries }: Pick<OperatorRequest, 'deliveries'>) {
  const troubled = deliveries.filter(({ state }) => state === 'failed' || state === 'parked');
  const shown = troubled.length > 0 ? troubled : deliveries.slice(0, 1);
  if (shown.length === 0) return '–';
  return shown.map(({ channel, state }) => (
    <span key={`${channel} ${state}`} className="request-delivery">
      <DeliveryBadge state={badgeState({ state, attempts: 0 })} /> {channelName(channel)}
    </span>
  ));
}
