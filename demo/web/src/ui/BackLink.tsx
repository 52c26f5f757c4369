/** The way back to the list from which one came. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './Icon.tsx';

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="back">
      <Icon name="back" isDirectional />
      {children}
    </Link>
  );
}
