/** The seller's inbox, as the views draw it. */
import type { CallbackRequest, CallbackRequestDetail } from '@ringback/client';
import type { ListState } from '../../ui/listState.ts';
import type { Action, Badge, Detail, Option, TabsModel } from '../../ui/parts.ts';
import type { CallbackNotice } from '../../ui/slots.ts';
import type { CallbackCardModel, RetryModel } from '../card/cardModel.ts';
import type { InboxValue } from '../props.ts';
import type { StatusChoice } from '../statusTabs.ts';

export interface CallbackInboxModel {
  label: string;
  value: InboxValue;
  search: { label: string; text: string; set: (text: string) => void };
  tabs: TabsModel<StatusChoice>;
  listing: ListingFilter | undefined;
  /** "1 new", or Refresh: the list changes its order and its rows for nothing else. */
  renew: Action & { hasNew: boolean };
  state: ListState;
  rows: InboxRow[];
  /** The open request, where the list has it. */
  current: CallbackRequest | undefined;
  /** Stands in place of the details while no request is open. */
  placeholder: string;
  open: (id: string) => void;
  close: () => void;
  /** Opens the next request, or the one before. */
  move: (step: 1 | -1) => void;
  /** Read out: what has come. */
  announcement: string | undefined;
  /** Undefined where there are no shortcuts. */
  help: ShortcutHelp | undefined;
}

export interface InboxRow {
  id: string;
  name: string;
  listing: string;
  when: string;
  status: Badge;
  /** Priority, and what sets the request apart. */
  marks: Badge[];
  /** The message in one line, or what the request is about. */
  excerpt: string | undefined;
  /** As of the card. */
  attention: Badge['tone'] | undefined;
}

export interface ListingFilter {
  label: string;
  value: string;
  options: Option[];
  choose: (value: string) => void;
  /** The listing that is chosen; removes it. */
  chip: { label: string; remove: Action } | undefined;
}

export interface ShortcutHelp {
  title: string;
  keys: Detail[];
  isOpen: boolean;
  open: () => void;
  close: () => void;
  closeLabel: string;
}

/** The open request, while it is on its way and then. */
export interface InboxRequestModel {
  title: string;
  back: string;
  state: ListState;
  request: CallbackRequest | undefined;
  /** With its history, which a list leaves out. */
  detail: CallbackRequestDetail | undefined;
}

export interface InboxDetailModel {
  card: CallbackCardModel;
  listing: { href: string; label: string } | undefined;
  note: NoteModel;
  snooze: SnoozeModel | undefined;
  error: string | undefined;
  announcement: CallbackNotice | undefined;
}

export interface NoteModel {
  label: string;
  text: string;
  set: (text: string) => void;
  /** To be run when the field is left. */
  save: () => void;
  /** "Saving…", "Saved", or who reads it. */
  hint: string;
  /** The first two, to be read out. */
  progress: string | undefined;
  error: string | undefined;
  /** After a failure. */
  retry: Action | undefined;
}

/** When the seller wants to see an open request again. */
export interface SnoozeModel {
  /** "Snoozed until tomorrow at 10:00". */
  until: string | undefined;
  end: Action | undefined;
  /** Asks for the time. */
  open: Action | undefined;
  choice: RetryModel | undefined;
}
