/** The bell: how many notifications are unread, and whether its panel is open. */
import { useState } from 'react';
import { notificationListWords } from '../messages/en/notificationList.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackContext } from '../platform/context.ts';
import type { CallbackBellProps } from './props.ts';
import { useUnreadCallbackNotificationCount } from './useUnreadCallbackNotificationCount.ts';

/** More has no room. What is read aloud is what is seen. */
const MOST = 99;

export interface CallbackBellModel {
  title: string;
  /** "Notifications: 3 unread". */
  label: string;
  /** "3", "99+"; undefined without any. */
  count: string | undefined;
  /** Where the bell leads instead of opening its panel. */
  href: string | undefined;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  /** At the end of the panel: the app's page with all notifications, where it has one. */
  all: { label: string; href: string } | undefined;
  closeLabel: string;
}

export function useCallbackBell({ as = 'button' }: CallbackBellProps = {}): CallbackBellModel {
  const { notificationList: words, dialog } = useWords(notificationListWords);
  const { notifications: page } = useCallbackContext().links;
  const { count } = useUnreadCallbackNotificationCount();
  const [isOpen, setOpen] = useState(false);
  const shown = count > MOST ? `${MOST}+` : String(count); // the digits are the same in every language
  return {
    ...{ title: words.title, isOpen, setOpen, closeLabel: dialog.close },
    label: count > 0 ? `${words.title}: ${words.unread(shown)}` : words.title,
    count: count > 0 ? shown : undefined,
    href: as === 'link' ? page : undefined,
    all: page === undefined ? undefined : { label: words.all, href: page },
  };
}
