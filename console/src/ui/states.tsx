/** What a page or a part of it shows while it has nothing to show: loading, empty, failed, not allowed, not found. */
import { CLIENT_ERRORS, ERRORS, isCallbackError } from '@ringback/client';
import { type Query, type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, use } from 'react';
import { type Role, SessionContext } from '../app/session.tsx';
import { shared } from '../texts/en.ts';
import { Button, ButtonLink } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';

const { states } = shared;

/** Grey lines where the text will be, so that nothing jumps when it comes. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{states.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}

interface StateProps {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  isAlert?: boolean;
}

/** A quiet box in the middle of where the content would be. */
export function State({ icon, title, children, isAlert = false }: StateProps) {
  return (
    <div className="state" {...(isAlert && { role: 'alert' })}>
      {icon && <Icon name={icon} />}
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

/** Nothing is there, and what to do about it. */
export function Empty({
  title = states.empty,
  icon,
  children,
}: {
  title?: string;
  icon?: IconName;
  children?: ReactNode;
}) {
  return (
    <State title={title} {...(icon && { icon })}>
      {children && <div className="quiet">{children}</div>}
    </State>
  );
}

/** It went wrong: why, the error's code, and another attempt where one may help. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  if (isCallbackError(error) && error.code === 'forbidden') return <NotAllowed />;
  if (isCallbackError(error) && error.code === 'not_found') return <Missing />;
  return (
    <State
      icon={isCallbackError(error) && error.code === 'network_error' ? 'offline' : 'alert'}
      title={errorText(error)}
      isAlert
    >
      {isCallbackError(error) && <p className="quiet">{states.code(error.code)}</p>}
      {retry && (
        <Button icon="retry" onClick={retry}>
          {states.retry}
        </Button>
      )}
    </State>
  );
}

/** The sentence of an error, for people. */
export function errorText(error: unknown): string {
  if (!isCallbackError(error)) return states.failed;
  return error.message || { ...ERRORS, ...CLIENT_ERRORS }[error.code].title;
}

/** What the operator's role does not allow; `role` is the one that does. */
export function NotAllowed({ role }: { role?: Role }) {
  const session = use(SessionContext);
  return (
    <State icon="lock" title={states.notAllowed}>
      {role && session && (
        <p className="quiet">{states.needsRole(shared.roles[role], shared.roles[session.role])}</p>
      )}
    </State>
  );
}

export function Missing() {
  return (
    <State icon="search" title={states.missing}>
      <p className="quiet">{states.missingHint}</p>
      <ButtonLink to="/">{states.home}</ButtonLink>
    </State>
  );
}

interface LoadedProps<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** Of the shape that the content will have. */
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** One button tries all again that failed on the page. */
const FAILED = { type: 'active', predicate: ({ state }: Query) => state.status === 'error' } as const;

/** An answer, or what there is until it comes; what was loaded stays when asking again fails. */
export function Loaded<Data>({ query, skeleton = <Skeleton />, children }: LoadedProps<Data>) {
  const queries = useQueryClient();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} retry={() => void queries.refetchQueries(FAILED)} />;
  return skeleton;
}
