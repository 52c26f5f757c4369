/** A page: its title in the window and in the only <h1>, which takes the focus when one comes from another page. */
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSession } from '../app/session.tsx';
import { Icon } from './Icon.tsx';
import { type Target, TargetLink } from './TargetLink.tsx';

interface PageProps {
  title: string;
  /** Beside the title, such as a badge. */
  mark?: ReactNode;
  /** Below it, in grey. */
  lead?: ReactNode;
  /** The list that one came from. */
  back?: Target & { label: string };
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Routers that have shown a page. The first keeps the focus where the browser put it. */
const arrived = new WeakSet<object>();

export function Page({ title, mark, lead, back, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const router = useRouter();
  const { marketplace } = useSession();
  useEffect(() => {
    document.title = `${title} · ${marketplace}`;
  }, [title, marketplace]);
  useEffect(() => {
    if (arrived.has(router)) heading.current?.focus({ preventScroll: true });
    arrived.add(router);
  }, [router]);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          {back && <Back {...back} />}
          <div className="page-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {mark}
          </div>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

function Back({ label, ...target }: Target & { label: string }) {
  return (
    <TargetLink {...target} className="back">
      <Icon name="back" />
      {label}
    </TargetLink>
  );
}

/** A part of a page below a heading, in a box of its own. */
export function Section({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="section">
      <header className="section-head">
        <h2>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
