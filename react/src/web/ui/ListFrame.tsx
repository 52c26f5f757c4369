'use client';
import { type ReactNode, useRef } from 'react';
import type { ListState } from '../../headless/ui/listState.ts';
import { LiveRegion } from './LiveRegion.tsx';
import { Note } from './Note.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import { useParts } from './useParts.ts';

const PLACEHOLDERS = ['first', 'second', 'third'];

/** A list in whatever state it is; `children` are its items. */
export function ListFrame({ state, children }: { state: ListState; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  return (
    <div ref={frame} className="cb-list-frame" tabIndex={-1} {...useKeptFocus(frame)}>
      <LiveRegion>{state.kind === 'loading' ? state.label : undefined}</LiveRegion>
      <Content state={state}>{children}</Content>
    </div>
  );
}

function Content({ state, children }: { state: ListState; children: ReactNode }) {
  const { Button } = useParts();
  switch (state.kind) {
    case 'loading':
      return PLACEHOLDERS.map((key) => <div key={key} className="cb-placeholder" aria-hidden="true" />);
    case 'failed':
      return (
        <div className="cb-list-failed">
          <Note tone="danger" icon="alert">
            {state.message}
          </Note>
          <Button variant="outline" size="sm" isBusy={state.retry.isBusy} onPress={state.retry.run}>
            {state.retry.label}
          </Button>
        </div>
      );
    case 'empty':
      return <p className="cb-list-empty">{state.text}</p>;
    case 'items':
      return (
        <>
          {state.notice && (
            <Note tone="warning" icon="alert">
              {state.notice}
            </Note>
          )}
          {children}
          {state.more && (
            <Button variant="outline" size="md" isBusy={state.more.isBusy} onPress={state.more.run}>
              {state.more.label}
            </Button>
          )}
        </>
      );
  }
}
