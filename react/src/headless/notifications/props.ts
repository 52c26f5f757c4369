/** What the bell and its list take: one type for each, shared by the web views and the native views. */

export interface CallbackNotificationListProps {
  /** The size of a page, 1 to 100; 20 by default. */
  limit?: number | undefined;
  /** Runs when a notification is pressed, besides the provider's `links.request`. */
  onOpen?: ((requestId: string) => void) | undefined;
}

export interface CallbackBellProps extends CallbackNotificationListProps {
  /**
   * `button` (default) opens a panel with the list; `link` leads to the provider's `links.notifications`.
   */
  as?: 'button' | 'link' | undefined;
}
