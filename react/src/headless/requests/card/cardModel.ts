/** The card in the seller's inbox, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Action, Badge, Detail, Option } from '../../ui/parts.ts';
import type { CallbackNotice, IconName } from '../../ui/slots.ts';
import type { AttemptList } from '../attempts.ts';
import type { CallOutcome } from '../request.ts';

/** When the seller will try again: one of a few suggestions, a time of their own, or none. */
export interface RetryModel {
  question: string;
  suggestions: Option[];
  choose: (at: string) => void;
  none: Action;
  other: {
    label: string;
    isOpen: boolean;
    open: () => void;
    day: SelectModel;
    time: SelectModel;
    save: Action;
    error: string | undefined;
  };
  isBusy: boolean;
}

interface SelectModel {
  label: string;
  value: string;
  options: Option[];
  set: (value: string) => void;
}

export interface CallbackCardModel {
  request: CallbackRequest;
  status: Badge;
  /** Absent for normal. */
  priority: Badge | undefined;
  /** What sets it apart: the preferred time is now, the number was wrong, it was edited. */
  marks: Badge[];
  /** While open: how long it stays open; `isSoon` in its last day. */
  expiry: (Badge & { isSoon: boolean }) | undefined;
  /**
   * The tone in which the card stands out of a list, while it is open: urgent, or in its last day. Priority
   * and expiry show which.
   */
  attention: Badge['tone'] | undefined;
  buyer: { name: string; initials: string; avatarUrl: string | undefined };
  listing: { title: string; price: string | undefined; imageUrl: string | undefined };
  /** What the request says, in order. */
  details: Detail[];
  requestedAt: string;
  /** Why it was cancelled and by whom, once it is. */
  ending: string | undefined;
  attempts: AttemptList | undefined;
  /** What the buyer answered to a completed request: contradicted in the tone `warning`. */
  confirmation: Badge | undefined;
  /**
   * One tap: follow `href`, and call `start`, which acknowledges. Only while the number may be seen. Where it is masked there is no
   * `href` until `reveal` has resolved with it; nothing when that failed, and the error is shown.
   */
  call:
    | {
        href: string | undefined;
        label: string;
        number: string;
        reveal: () => Promise<string | undefined>;
        isRevealing: boolean;
        start: () => void;
        /** What speaks against a call now. Until `isShown`, a press must `show` it instead of dialling. */
        caution: { text: string; isShown: boolean; show: () => void } | undefined;
      }
    | undefined;
  /** Shown from the tap on, so that it is there when the seller comes back from the call. */
  outcome:
    | {
        question: string;
        options: (Option<CallOutcome> & { icon: IconName })[];
        choose: (outcome: CallOutcome) => void;
        dismiss: Action;
        /** After an outcome that lets the seller try again. */
        retry: RetryModel | undefined;
      }
    | undefined;
  acknowledge: Action | undefined;
  complete: Action | undefined;
  /** Opens the field for the reason. */
  decline: Action | undefined;
  declining:
    | {
        label: string;
        hint: string;
        reason: string;
        setReason: (reason: string) => void;
        /** Common reasons, to be chosen in place of writing one. */
        suggestions: string[];
        suggest: (reason: string) => void;
        /** Whether the field was opened just now, rather than found open with what had been written in it. */
        takesFocus: boolean;
        confirm: Action;
        cancel: Action;
        error: string | undefined;
      }
    | undefined;
  /** Reports of the request and a block of its buyer, behind `label`; not where the buyer was erased. */
  report: { label: string; actions: Action[] } | undefined;
  /** A tap on call, or a decline, for some seconds. */
  undo: { text: string; action: Action } | undefined;
  error: string | undefined;
  announcement: CallbackNotice | undefined;
}
