/** Links to pages by their pattern; the folders of pages know each other's addresses and nothing else. */
import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

export interface Target {
  /** Such as `/requests/$id`. */
  to: string;
  params?: Record<string, string>;
  search?: Record<string, string | undefined>;
}

type TargetLinkProps = Target & Pick<ComponentProps<'a'>, 'className' | 'children'>;

/** A page that this console does not have is shown as not found, like any other. */
export function TargetLink({ className, children, ...target }: TargetLinkProps) {
  return (
    <Link {...asTarget(target)} className={className ?? ''}>
      {children}
    </Link>
  );
}

/** For the router's navigate. */
export const asTarget = (target: Target) => target as { to: '/' };
