/** Filters a list of requests by status, with the count of each. */
import { STATUSES, type Stats } from '@ringback/client';
import { useFormat } from '../format/useFormat.ts';
import { useCallbackRequestStats } from '../insight/useCallbackRequestStats.ts';
import { listsWords } from '../messages/en/lists.ts';
import { requestWords } from '../messages/en/request.ts';
import { useWords } from '../messages/useWords.ts';
import type { TabsModel } from '../ui/parts.ts';
import { statusWords } from './badges.ts';
import type { Status } from './request.ts';

export type StatusChoice = Status | 'all';

const CHOICES = ['all', ...STATUSES] as const;

/** The tabs of the requests received (`seller`) or sent (`buyer`). Counts are left out until they are known. */
export function useStatusTabs(
  as: 'seller' | 'buyer',
  value: StatusChoice,
  choose: (value: StatusChoice) => void,
): TabsModel<StatusChoice> {
  const { lists, ...messages } = useWords(listsWords, requestWords);
  const statuses = statusWords(messages, as);
  const { number } = useFormat();
  const { stats } = useCallbackRequestStats();
  const tabs = CHOICES.map((choice) => ({
    value: choice,
    label: choice === 'all' ? lists.all : statuses[choice],
    count: stats ? number(countOf(stats, as, choice)) : undefined,
  }));
  return { label: lists.status, tabs, value, choose };
}

function countOf(stats: Stats, as: 'seller' | 'buyer', choice: StatusChoice): number {
  const { as_seller: received, as_requester: sent } = stats;
  if (as === 'seller') return choice === 'all' ? received.total_received : received[choice];
  return choice === 'all' ? sent.total_sent : sent[`${choice}_sent`];
}
