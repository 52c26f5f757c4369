/**
 * What can be done with one request: sends a change once, reports its result, and shows the newest version.
 */
import { type CallbackRequest, isCallbackError } from '@ringback/client';
import { useRef, useState } from 'react';
import { requestWords } from '../messages/en/request.ts';
import { errorText } from '../messages/errorText.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackContext } from '../platform/context.ts';
import { useIsMounted } from '../platform/useIsMounted.ts';
import type { CallbackNotice } from '../ui/slots.ts';
import { newestOf } from './request.ts';
import { useDelayedChange } from './useDelayedChange.ts';

export interface RequestActions {
  /** The newest of what was given and what the server has answered. */
  request: CallbackRequest;
  /** Names the change that is on its way. */
  busyWith: string | undefined;
  error: string | undefined;
  /** What has just happened, for a live region. */
  announcement: CallbackNotice | undefined;
  /**
   * Makes a change, after one that is on its way; the same again is a double tap and ignored. Resolves with
   * whether it succeeded, in which case `notice` is announced.
   */
  perform: (
    name: string,
    notice: Notice | undefined,
    change: () => Promise<CallbackRequest>,
  ) => Promise<boolean>;
  /**
   * Shows a change at once and makes it after some seconds, or when the reader leaves: until then `undo` takes
   * it back. What it leads to is in sight already, so its success is not announced again.
   */
  performLater: (name: string, later: LaterChange) => void;
  undo: (() => void) | undefined;
  /** Announces what has happened, and shows the version of the request that came with it, if any. */
  succeed: (answer: CallbackRequest | undefined, notice: string) => void;
  /** Shows an error; the host gets it when the component is gone. */
  fail: (message: string) => void;
}

/** What is announced; `inPlace` what stands in the component for a while, which needs no toast of the host's. */
type Notice = string | { inPlace: string };

export interface LaterChange {
  /** Announced at once. */
  notice: string;
  shown: Partial<CallbackRequest>;
  change: () => Promise<CallbackRequest>;
}

export interface RequestActionsOptions {
  /** Runs after every success. */
  onChange?: (() => void) | undefined;
  /** Runs when there is something to announce: it takes the place of what others have announced. */
  onAnnounce?: (() => void) | undefined;
  /** Whether announcements are shown, so that the host need not; else they are only read out. */
  showsAnnouncements?: boolean;
}

export function useRequestActions(
  given: CallbackRequest,
  { onChange, onAnnounce, showsAnnouncements = false }: RequestActionsOptions = {},
): RequestActions {
  const { messages, onNotify } = useCallbackContext();
  const { undo: words } = useWords(requestWords);
  const [answer, setAnswer] = useState<CallbackRequest>();
  const [busyWith, setBusyWith] = useState<string>();
  const [error, setError] = useState<string>();
  const [announcement, setAnnouncement] = useState<CallbackNotice>();
  const isMounted = useIsMounted();
  const delayed = useDelayedChange();
  const last = useRef<{ name: string; end: Promise<unknown> }>(undefined);

  function announce(notice: CallbackNotice) {
    setAnnouncement(notice);
    onAnnounce?.();
  }
  function begin(name: string) {
    setBusyWith(name);
    setError(undefined);
    setAnnouncement(undefined);
  }
  function succeed(latest: CallbackRequest | undefined, notice: Notice | undefined) {
    if (latest) setAnswer(latest);
    setError(undefined);
    if (notice !== undefined) {
      const isInPlace = typeof notice === 'object' || (showsAnnouncements && isMounted.current);
      const success: CallbackNotice = {
        tone: 'success',
        message: typeof notice === 'object' ? notice.inPlace : notice,
      };
      announce(success);
      if (!isInPlace) onNotify(success);
    }
    onChange?.();
  }
  function fail(text: string) {
    setError(text);
    if (!isMounted.current) onNotify({ tone: 'error', message: text });
  }
  async function make(name: string, notice: Notice | undefined, change: () => Promise<CallbackRequest>) {
    begin(name);
    try {
      succeed(await change(), notice);
      return true;
    } catch (cause) {
      if (!isCallbackError(cause)) throw cause;
      fail(errorText(messages, cause));
      return false;
    } finally {
      setBusyWith(undefined);
    }
  }
  function perform(...change: Parameters<typeof make>) {
    const [name] = change;
    const before = last.current;
    if (before?.name === name) return Promise.resolve(false);
    const work = before ? before.end.then(() => make(...change)) : make(...change);
    const end = work.then(leave, leave);
    last.current = { name, end };
    function leave() {
      if (last.current?.end === end) last.current = undefined;
    }
    return work;
  }

  function performLater(name: string, { notice, shown, change }: LaterChange) {
    setError(undefined);
    announce({ tone: 'success', message: notice });
    delayed.delay({ shown, send: () => perform(name, undefined, change) });
  }
  function undo() {
    if (delayed.undo()) announce({ tone: 'info', message: words.undone });
  }

  return {
    request: { ...newestOf(given, answer), ...delayed.shown },
    ...{ busyWith, error, announcement, perform, performLater, succeed, fail },
    undo: delayed.canUndo ? undo : undefined,
  };
}
