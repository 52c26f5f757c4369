/**
 * A page: its title in the window and in the only <h1>, which takes the focus when one comes from another
 * page.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../app/settings.tsx';

interface PageProps {
  title: string;
  isTitleHidden?: boolean;
  lead?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** The page on which one arrives keeps the focus where the browser put it. */
let isFirstPage = true;

export function Page({ title, isTitleHidden = false, lead, actions, className = '', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    if (!isFirstPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirstPage = false;
  }, []);
  return (
    <div className={`page ${className}`}>
      <div className={isTitleHidden ? 'visually-hidden' : 'page-head'}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

function useTitle(title: string) {
  const { market } = useWords();
  useEffect(() => {
    document.title = `${title} · ${market}`;
  }, [title, market]);
}
