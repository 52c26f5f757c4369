/** The buyer's requests, as the views draw them. */
import type { CallbackRequest } from '@ringback/client';
import type { ListState } from '../../ui/listState.ts';
import type { Action, Badge, TabsModel } from '../../ui/parts.ts';
import type { StatusChoice } from '../statusTabs.ts';

export interface MyRequestsModel {
  label: string;
  tabs: TabsModel<StatusChoice>;
  /** "1 new": shows what was requested meanwhile, elsewhere. The list moves for nothing else. */
  renew: Action | undefined;
  state: ListState;
  items: MyRequest[];
  /** The request that is open and not in the list, such as an older one; drawn above it. */
  otherId: string | undefined;
  /** Closes it. */
  closeOther: Action;
  /** Nothing was requested yet, so that the host may show the way to its listings. */
  isNew: boolean;
}

export interface MyRequest {
  request: CallbackRequest;
  title: string;
  /** "today at 14:05", when it was requested. */
  when: string;
  status: Badge;
  /** What the buyer has not answered yet. */
  question: Badge | undefined;
  /** Was open when the list was opened, and is drawn whole until that is left; the others are rows. */
  isLarge: boolean;
  /** Its history is shown, and all of a row. */
  isOpen: boolean;
  /** Opens it, or closes it. */
  toggle: Action;
}
