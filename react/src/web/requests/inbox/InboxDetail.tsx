'use client';
import type { CallbackRequest } from '@ringback/client';
import { memo, type RefObject, useDeferredValue, useEffect, useId, useRef } from 'react';
import type { InboxDetailModel, InboxRequestModel } from '../../../headless/requests/inbox/inboxModel.ts';
import { useInboxDetail } from '../../../headless/requests/inbox/useInboxDetail.ts';
import { useInboxRequest } from '../../../headless/requests/inbox/useInboxRequest.ts';
import type { CallbackRequestCardProps } from '../../../headless/requests/props.ts';
import { Link } from '../../ui/Link.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Note } from '../../ui/Note.tsx';
import { useParts } from '../../ui/useParts.ts';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { CallbackRequestCardView } from '../card/CallbackRequestCard.tsx';
import { CallbackHistory } from '../history/CallbackHistory.tsx';
import { NoteField } from './NoteField.tsx';
import { NumberTools } from './NumberTools.tsx';
import { Snooze } from './Snooze.tsx';

interface DetailProps {
  id: string;
  listed: CallbackRequest | undefined;
  close: () => void;
  hasShortcuts: boolean;
  onStatusUpdate: (() => void) | undefined;
}

/** The open request: what it says, and everything that can be done. */
export const InboxDetail = memo(function InboxDetail(props: DetailProps) {
  const { id, listed, close, hasShortcuts, onStatusUpdate } = props;
  const model = useInboxRequest(id, listed);
  // The heading comes first: a slow device takes longer to draw the rest than a press or a key may take.
  const isReady = useDeferredValue(true, false);
  const request = isReady ? model.request : undefined;
  const early = useRef<Key>(undefined);
  const keep = (key: Key) => () => {
    early.current = key;
  };
  const isDrawing = !isReady && listed !== undefined;
  useShortcuts({ c: keep('c'), a: keep('a'), d: keep('d') }, hasShortcuts && isDrawing);
  return (
    <InboxDetailFrame model={model} close={close}>
      {request && <Content {...{ request, early, hasShortcuts, onStatusUpdate }} />}
      {request && model.detail && <CallbackHistory request={model.detail} />}
    </InboxDetailFrame>
  );
});

interface FrameProps {
  model: InboxRequestModel;
  close: () => void;
  children: React.ReactNode;
}

export function InboxDetailFrame({ model, close, children }: FrameProps) {
  const { Button } = useParts();
  const titleId = useId();
  return (
    <section className="cb-inbox-detail" aria-labelledby={titleId}>
      <header className="cb-inbox-head">
        <span className="cb-inbox-back">
          <Button variant="ghost" size="sm" onPress={close}>
            {model.back}
          </Button>
        </span>
        <h2 id={titleId} className="cb-subtitle cb-inbox-title" tabIndex={-1}>
          {model.title}
        </h2>
      </header>
      <ListFrame state={model.state}>{children}</ListFrame>
    </section>
  );
}

type Key = 'c' | 'a' | 'd' | undefined;

interface ContentProps extends CallbackRequestCardProps {
  hasShortcuts: boolean;
  /** The key that was pressed before this was drawn. */
  early: RefObject<Key>;
}

function Content({ hasShortcuts, early, ...props }: ContentProps) {
  const model = useInboxDetail(props);
  const content = useRef<HTMLDivElement>(null);
  const { call, acknowledge, decline } = model.card;
  function dial() {
    const link = content.current?.querySelector<HTMLElement>('a[href^="tel:"]');
    if (link) link.click();
    else if (call?.caution?.isShown === false) call.caution.show();
    else void call?.reveal();
  }
  const acts = { c: dial, a: () => acknowledge?.run(), d: () => decline?.run() };
  useShortcuts(acts, hasShortcuts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is drawn
  useEffect(() => {
    const key = early.current;
    early.current = undefined;
    if (key) acts[key]();
  }, []);
  return (
    <div ref={content} className="cb-inbox-content">
      <InboxDetailView model={model} />
    </div>
  );
}

/** Draws a model of the details. */
export function InboxDetailView({ model }: { model: InboxDetailModel }) {
  const { card, listing, note, snooze, error, announcement } = model;
  return (
    <>
      <CallbackRequestCardView model={card} />
      {card.call && <NumberTools call={card.call} />}
      {listing && <Link href={listing.href}>{listing.label}</Link>}
      {error && (
        <Note tone="danger" icon="alert">
          {error}
        </Note>
      )}
      {snooze && <Snooze snooze={snooze} />}
      <NoteField note={note} />
      <LiveRegion>{announcement?.message}</LiveRegion>
    </>
  );
}
