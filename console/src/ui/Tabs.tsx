/** Parts of a page, one shown at a time; which one is in the address. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface TabsProps {
  label: string;
  /** Of the address; the first tab is shown without it. */
  name?: string;
  tabs: { id: string; label: string; count?: ReactNode }[];
}

/** Links, because each is an address of its own; the page draws what belongs to the present one. */
export function Tabs({ label, name = 'tab', tabs }: TabsProps) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab, index) => (
        <Link
          key={tab.id}
          to="."
          search={((before: object) => ({ ...before, [name]: index === 0 ? undefined : tab.id })) as never}
          resetScroll={false}
          activeOptions={{ exact: true }}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
