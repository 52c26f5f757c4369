'use client';
import { useId } from 'react';
import type { CallbackInboxModel } from '../../../headless/requests/inbox/inboxModel.ts';
import { useCallbackInbox } from '../../../headless/requests/inbox/useCallbackInbox.ts';
import type { CallbackInboxProps } from '../../../headless/requests/props.ts';
import { Root } from '../../platform/Root.tsx';
import { InboxStyles } from '../../styles/InboxStyles.tsx';
import { ListStyles } from '../../styles/ListStyles.tsx';
import { PanelStyles } from '../../styles/PanelStyles.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { useShortcuts } from '../../ui/useShortcuts.ts';
import { InboxDetail } from './InboxDetail.tsx';
import { InboxHelp } from './InboxHelp.tsx';
import { InboxList } from './InboxList.tsx';
import { InboxTools } from './InboxTools.tsx';
import { useInboxFocus } from './useInboxFocus.ts';

/** The seller's requests, compact, and beside them the one that is open; a narrow place shows one of the two. */
export function CallbackInbox(props: CallbackInboxProps) {
  const model = useCallbackInbox(props);
  return (
    <CallbackInboxView model={model}>
      {model.value.requestId !== undefined && (
        <InboxDetail
          key={model.value.requestId}
          id={model.value.requestId}
          listed={model.current}
          close={model.close}
          hasShortcuts={model.help !== undefined}
          onStatusUpdate={props.onStatusUpdate}
        />
      )}
    </CallbackInboxView>
  );
}

interface ViewProps {
  model: CallbackInboxModel;
  /** The open request. */
  children: React.ReactNode;
}

/** Draws a model of the inbox. */
export function CallbackInboxView({ model, children }: ViewProps) {
  const titleId = useId();
  const { requestId } = model.value;
  const hasMore = model.state.kind === 'items' && model.state.more !== undefined;
  const { list, side, press, move } = useInboxFocus(model);
  useShortcuts(
    {
      j: () => move(1),
      k: () => move(-1),
      '/': () => list.current?.querySelector<HTMLElement>('[data-field="search"]')?.focus(),
      '?': () => model.help?.open(),
      ...(requestId !== undefined && { Escape: model.close }),
    },
    model.help !== undefined,
  );
  return (
    <Root className="cb-inbox">
      <PanelStyles />
      <ListStyles />
      <InboxStyles />
      <section className="cb-inbox-frame" aria-labelledby={titleId} data-open={requestId !== undefined}>
        <h2 id={titleId} className="cb-visually-hidden">
          {model.label}
        </h2>
        <div ref={list} className="cb-inbox-list">
          <InboxTools model={model} list={list} />
          <ListFrame state={model.state}>
            <InboxList rows={model.rows} hasMore={hasMore} currentId={requestId} press={press} />
          </ListFrame>
        </div>
        <div ref={side} className="cb-inbox-side">
          {children || <p className="cb-list-empty">{model.placeholder}</p>}
        </div>
      </section>
      <InboxHelp help={model.help} />
      <LiveRegion>{model.announcement}</LiveRegion>
    </Root>
  );
}
