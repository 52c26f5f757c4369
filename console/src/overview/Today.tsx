/** Today's figures, each with the list behind it. */
import type { Overview } from '@ringback/client';
import type { ReactNode } from 'react';
import { Figure, Figures } from '../ui/Figure.tsx';
import { format } from '../ui/format.ts';
import { TargetLink } from '../ui/TargetLink.tsx';
import { texts } from './texts.ts';

interface TodayProps {
  overview: Overview;
  yesterday: number | undefined;
}

export function Today({ overview, yesterday }: TodayProps) {
  const day = overview.per_day.at(-1)?.day ?? '';
  const { pending, completed } = overview.by_status;
  return (
    <>
      <h2>{texts.today}</h2>
      <Figures>
        <Figure
          label={texts.requests}
          value={<List search={{ from: day, to: day }}>{format.number(overview.received)}</List>}
          note={yesterday !== undefined && texts.yesterday(format.number(yesterday))}
        />
        <Figure
          label={texts.waiting}
          value={<List search={{ from: day, to: day, status: 'pending' }}>{format.number(pending)}</List>}
        />
        <Figure
          label={texts.completed}
          value={<List search={{ from: day, to: day, status: 'completed' }}>{format.number(completed)}</List>}
        />
        <Figure label={texts.buyers} value={format.number(overview.buyers)} />
        <Figure label={texts.overdue} value={format.number(overview.open_overdue)} />
        <Figure label={texts.unread} value={format.number(overview.unread_notifications)} />
      </Figures>
    </>
  );
}

function List({ search, children }: { search: Record<string, string>; children: ReactNode }) {
  return (
    <TargetLink to="/requests" search={search}>
      {children}
    </TargetLink>
  );
}
