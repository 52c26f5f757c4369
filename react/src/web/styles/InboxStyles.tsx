'use client';
import { INBOX_STYLES } from './inboxStylesheet.ts';
import { Styles } from './Styles.tsx';

/** The look of the seller's inbox. */
export function InboxStyles() {
  return <Styles name="ringback-inbox">{INBOX_STYLES}</Styles>;
}
