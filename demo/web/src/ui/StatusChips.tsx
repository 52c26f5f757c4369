/** Filters a list of requests by status, with the count of each. */
import { STATUSES } from '@ringback/client';
import { useFormat, useMessages } from '@ringback/react';
import { useWords } from '../app/settings.tsx';
import { Chips } from './Chips.tsx';

export type Status = (typeof STATUSES)[number];
export type StatusChoice = Status | 'all';

interface StatusChipsProps {
  /** Whose requests they are, received or sent. */
  as: 'seller' | 'buyer';
  value: StatusChoice;
  onChange: (value: StatusChoice) => void;
  /** Left out until they are known. */
  counts: Record<StatusChoice, number> | undefined;
}

export function StatusChips({ as, value, onChange, counts }: StatusChipsProps) {
  const { requests } = useWords();
  const { statuses, sellerStatuses } = useMessages();
  const labels = { ...statuses, ...(as === 'seller' && sellerStatuses) };
  const { number } = useFormat();
  const options = (['all', ...STATUSES] as const).map((status) => ({
    value: status,
    label: status === 'all' ? requests.all : labels[status],
    count: counts && number(counts[status]),
  }));
  return <Chips legend={requests.status} name="status" options={options} value={value} onChange={onChange} />;
}
