/** When the policy changed within the days of the figures, by the day of the marketplace. */
import type { OperatorClient, PolicyChange } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { nameOf } from '../policy/names.ts';

export interface PolicyMark {
  id: string;
  day: string;
  hour: number;
  /** The settings that changed, by name. */
  names: string[];
  by: string | null;
}

const PAGE = 100;
/** So many pages back; a marketplace that changes more has no use for marks. */
const MOST_PAGES = 5;

export function usePolicyMarks({ from, to }: { from: string; to: string }, zone: string): PolicyMark[] {
  const client = useClient();
  const { data = [] } = useQuery({
    queryKey: ['overview', 'policy-changes', from],
    queryFn: ({ signal }) => changesSince(client, from, signal),
  });
  return data
    .map((change) => markOf(change, zone))
    .filter(({ day }) => day >= from && day <= to)
    .toSorted((one, other) => one.day.localeCompare(other.day) || one.hour - other.hour);
}

async function changesSince(
  client: OperatorClient,
  from: string,
  signal: AbortSignal,
): Promise<PolicyChange[]> {
  const changes: PolicyChange[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await client.listPolicyChanges({ limit: PAGE, cursor }, { signal });
    changes.push(...answer.items);
    cursor = answer.next_cursor ?? undefined;
    // A day early, for zones ahead of UTC.
    if (!cursor || Date.parse(answer.items.at(-1)?.at ?? '') < Date.parse(from) - 86_400_000) break;
  }
  return changes;
}

function markOf({ id, at, changes, changed_by }: PolicyChange, zone: string): PolicyMark {
  const local = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
  return {
    id,
    day: local.slice(0, 10),
    hour: Number(local.slice(11, 13)),
    names: changes.map(({ setting }) => nameOf(setting)),
    by: changed_by.name,
  };
}
