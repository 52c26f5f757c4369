'use client';
import { useRef } from 'react';
import type { CallbackNotificationListProps } from '../../headless/notifications/props.ts';
import {
  type NotificationItem,
  type NotificationListModel,
  useNotificationList,
} from '../../headless/notifications/useNotificationList.ts';
import { Root } from '../platform/Root.tsx';
import { ListStyles } from '../styles/ListStyles.tsx';
import { Link } from '../ui/Link.tsx';
import { ListFrame } from '../ui/ListFrame.tsx';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import { useParts } from '../ui/useParts.ts';

/** The signed-in person's notifications, newest first. */
export function CallbackNotificationList(props: CallbackNotificationListProps) {
  return <CallbackNotificationListView model={useNotificationList(props)} />;
}

/** Draws a model of the list. */
export function CallbackNotificationListView({ model }: { model: NotificationListModel }) {
  const section = useRef<HTMLElement>(null);
  return (
    <Root>
      <ListStyles />
      <section
        ref={section}
        className="cb-notifications"
        aria-label={model.title}
        tabIndex={-1}
        {...useKeptFocus(section)}
      >
        <Toolbar {...model} />
        <ListFrame state={model.state}>
          <ul className="cb-notification-list">
            {model.items.map((item) => (
              <li key={item.id}>
                <Item item={item} />
              </li>
            ))}
          </ul>
        </ListFrame>
      </section>
    </Root>
  );
}

function Toolbar({ readAll, settings }: Pick<NotificationListModel, 'readAll' | 'settings'>) {
  const { Button } = useParts();
  if (!readAll && !settings) return null;
  return (
    <div className="cb-notifications-bar">
      {readAll && (
        <Button variant="outline" size="sm" isBusy={readAll.isBusy} onPress={readAll.run}>
          {readAll.label}
        </Button>
      )}
      {settings && <Link href={settings.href}>{settings.label}</Link>}
    </div>
  );
}

/** Leads to the request, where the app has a page for it. */
function Item({ item }: { item: NotificationItem }) {
  const { href, press } = item;
  const className = 'cb-notification';
  if (href !== undefined) {
    return (
      <Link href={href} className={className} onPress={press}>
        <Content item={item} />
      </Link>
    );
  }
  if (!press) {
    return (
      <div className={className}>
        <Content item={item} />
      </div>
    );
  }
  return (
    <button type="button" className={className} onClick={press}>
      <Content item={item} />
    </button>
  );
}

/** Names and listings keep their own direction of writing. */
function Content({ item: { title, message, when, createdAt, mark } }: { item: NotificationItem }) {
  return (
    <>
      <span className="cb-notification-text" dir="auto">
        <span className="cb-notification-title">{title}</span> <span>{message}</span>
      </span>
      <span className="cb-notification-end">
        {mark && <span className="cb-notification-mark">{mark}</span>}{' '}
        <time dateTime={createdAt}>{when}</time>
      </span>
    </>
  );
}
