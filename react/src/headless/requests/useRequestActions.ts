/** What can be done with one request: sends a change once, says how it went, and shows the newest version. */
import { type CallbackRequest, isCallbackError } from '@ringback/client';
import { useRef, useState } from 'react';
import { errorText } from '../messages/errorText.ts';
import { useCallbackContext } from '../platform/context.ts';
import { useIsMounted } from '../platform/useIsMounted.ts';
import type { CallbackNotice } from '../ui/slots.ts';
import { newestOf } from './request.ts';

export interface RequestActions {
  /** The newest of what was given and what the server has answered. */
  request: CallbackRequest;
  /** Names the change that is on its way. */
  busyWith: string | undefined;
  error: string | undefined;
  /** What has just happened, to be told in a live region too. */
  announcement: CallbackNotice | undefined;
  /**
   * Makes a change, after one that is on its way; the same again is a double tap and ignored. Resolves with whether it succeeded, in which
   * case `notice` is said.
   */
  perform: (name: string, notice: string, change: () => Promise<CallbackRequest>) => Promise<boolean>;
  /** Shows a version of the request that came from elsewhere, and says what has happened. */
  succeed: (answer: CallbackRequest, notice: string) => void;
  /** Says what went wrong: to the host, where nothing is drawn any more that could say it. */
  fail: (sentence: string) => void;
}

/** `onChange` is told of every success. */
export function useRequestActions(given: CallbackRequest, onChange?: () => void): RequestActions {
  const { messages, onNotify } = useCallbackContext();
  const [answer, setAnswer] = useState<CallbackRequest>();
  const [busyWith, setBusyWith] = useState<string>();
  const [error, setError] = useState<string>();
  const [announcement, setAnnouncement] = useState<CallbackNotice>();
  const isMounted = useIsMounted();
  const last = useRef<{ name: string; end: Promise<unknown> }>(undefined);

  function begin(name: string) {
    setBusyWith(name);
    setError(undefined);
    setAnnouncement(undefined);
  }
  function succeed(latest: CallbackRequest, notice: string) {
    setAnswer(latest);
    setError(undefined);
    const news: CallbackNotice = { tone: 'success', message: notice };
    setAnnouncement(news);
    onNotify(news);
    onChange?.();
  }
  function fail(sentence: string) {
    setError(sentence);
    if (!isMounted.current) onNotify({ tone: 'error', message: sentence });
  }
  async function make(name: string, notice: string, change: () => Promise<CallbackRequest>) {
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

  return { request: newestOf(given, answer), busyWith, error, announcement, perform, succeed, fail };
}
