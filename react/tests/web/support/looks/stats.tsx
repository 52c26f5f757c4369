/** A person's figures, in each of their states. */
import type { ReactNode } from 'react';
import type { StatsModel, StatusShare } from '../../../../src/headless/insight/useCallbackStats.ts';
import { CallbackStatsView } from '../../../../src/web/insight/CallbackStats.tsx';

const share = (status: StatusShare['status'], tone: StatusShare['tone'], start: number): StatusShare => ({
  ...{ status, tone, start, share: 20, percent: '20%' },
  ...{ label: `Requests that are ${status}`, count: '1,234' },
});

const stats = (changes: Partial<StatsModel> = {}) => (
  <CallbackStatsView
    model={{
      title: 'Your callback figures',
      state: { kind: 'items', more: undefined, notice: undefined },
      figures: [
        { label: 'Requests received', value: '6,170', isKnown: true, hint: undefined },
        { label: 'Answer rate', value: '83%', isKnown: true, hint: 'Requests that you accepted.' },
        { label: 'Contact rate', value: 'Not enough requests yet', isKnown: false, hint: 'Calls.' },
      ],
      recent: {
        title: 'Last 30 days',
        figures: [
          { label: 'Received', value: '412', isKnown: true, hint: 'In the 30 days before: 398' },
          { label: 'Answered', value: '86%', isKnown: true, hint: 'In the 30 days before: 81%' },
        ],
      },
      split: {
        title: 'By status',
        shares: [
          share('pending', 'warning', 0),
          share('acknowledged', 'accent', 20),
          share('completed', 'success', 40),
          share('cancelled', 'neutral', 60),
          share('expired', 'danger', 80),
        ],
      },
      ...changes,
    }}
  />
);

export const STATS_LOOKS: Record<string, ReactNode> = {
  stats: stats(),
  'stats-loading': stats({ state: { kind: 'loading', label: 'Loading…' } }),
};
