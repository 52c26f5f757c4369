'use client';
import { useRef } from 'react';
import type { CallbackBellProps } from '../../headless/notifications/props.ts';
import { type CallbackBellModel, useCallbackBell } from '../../headless/notifications/useCallbackBell.ts';
import { createLazyPart } from '../../headless/platform/lazyPart.ts';
import { Root } from '../platform/Root.tsx';
import { BellStyles } from '../styles/BellStyles.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LazyPanel } from '../ui/LazyPanel.tsx';
import { Link } from '../ui/Link.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useWarmUp } from '../ui/useWarmUp.ts';

/** A page has the bell long before anyone opens it. */
const listPart = createLazyPart(() => import('./CallbackNotificationList.tsx'));

/** How many notifications are unread, and the way to them: a panel, or a page of the app. */
export function CallbackBell(props: CallbackBellProps) {
  return <CallbackBellView {...props} model={useCallbackBell(props)} />;
}

/** Draws a model of the bell. */
export function CallbackBellView({ model, ...list }: CallbackBellProps & { model: CallbackBellModel }) {
  const { label, href } = model;
  return (
    <Root className="cb-bell-root">
      <BellStyles />
      {href === undefined ? (
        <BellWithPanel model={model} {...list} />
      ) : (
        <Link href={href} className="cb-bell" accessibilityLabel={label}>
          <Face model={model} />
        </Link>
      )}
    </Root>
  );
}

function BellWithPanel({ model, limit, onOpen }: CallbackBellProps & { model: CallbackBellModel }) {
  const { title, label, isOpen, setOpen, all, closeLabel } = model;
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  const open = (requestId: string) => {
    close();
    onOpen?.(requestId);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="cb-bell"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        {...useWarmUp(listPart, false)}
      >
        <Face model={model} />
      </button>
      <Popover anchor={button} isOpen={isOpen} title={title} closeLabel={closeLabel} onClose={close}>
        <LazyPanel part={listPart}>
          {({ CallbackNotificationList }) => <CallbackNotificationList limit={limit} onOpen={open} />}
        </LazyPanel>
        {all && (
          <p className="cb-popover-footer">
            <Link href={all.href} onPress={close}>
              {all.label}
            </Link>
          </p>
        )}
      </Popover>
    </>
  );
}

function Face({ model: { count } }: { model: CallbackBellModel }) {
  return (
    <>
      <Icon name="bell" />
      {count !== undefined && <span className="cb-bell-count">{count}</span>}
    </>
  );
}
