/** What can be done with one request: sends a change once, says how it went, and shows the newest version. */
import { type CallbackRequest, isCallbackError } from '@ringback/client';
import { useRef, useState } from 'react';
import { useCallbackContext } from '../context.ts';
import { later } from '../request.ts';
import { sentenceFor } from '../sentences.ts';
import type { CallbackNotice } from '../slots.ts';

export interface RequestActions {
  /** The newest of what was given and what the server has answered. */
  request: CallbackRequest;
  /** Names the change that is on its way. */
  busyWith: string | undefined;
  error: string | undefined;
  /** What has just happened, to be told in a live region too. */
  announcement: CallbackNotice | undefined;
  /** Makes a change, unless one is on its way. Resolves with whether it succeeded, in which case `notice` is said. */
  perform: (name: string, notice: string, change: () => Promise<CallbackRequest>) => Promise<boolean>;
  /** Shows a version of the request that came from elsewhere, and says what has happened. */
  succeed: (answer: CallbackRequest, notice: string) => void;
}

/** `onChange` is told of every success. */
export function useRequestActions(given: CallbackRequest, onChange?: () => void): RequestActions {
  const { messages, onNotify } = useCallbackContext();
  const [answer, setAnswer] = useState<CallbackRequest>();
  const [busyWith, setBusyWith] = useState<string>();
  const [error, setError] = useState<string>();
  const [announcement, setAnnouncement] = useState<CallbackNotice>();
  const isBusy = useRef(false);

  function begin(name: string) {
    isBusy.current = true;
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
  async function perform(name: string, notice: string, change: () => Promise<CallbackRequest>) {
    if (isBusy.current) return false;
    begin(name);
    try {
      succeed(await change(), notice);
      return true;
    } catch (cause) {
      if (!isCallbackError(cause)) throw cause;
      setError(sentenceFor(messages, cause));
      return false;
    } finally {
      isBusy.current = false;
      setBusyWith(undefined);
    }
  }

  return { request: later(given, answer), busyWith, error, announcement, perform, succeed };
}
