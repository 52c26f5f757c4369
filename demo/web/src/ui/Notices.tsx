/** Short notices at the edge of the window, which assistive technology reads out. */
import type { CallbackNotice } from '@ringback/react';
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import { useWords } from '../app/settings.tsx';
import { Icon } from './Icon.tsx';

type Notify = (notice: CallbackNotice) => void;

const SHOWN_MS = 6_000;

const NoticesContext = createContext<Notify | null>(null);

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<(CallbackNotice & { id: number })[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback(
    (id: number) => setNotices((shown) => shown.filter((notice) => notice.id !== id)),
    [],
  );
  const notify = useCallback<Notify>(
    (notice) => {
      lastId.current += 1;
      const id = lastId.current;
      setNotices((shown) => [...shown, { ...notice, id }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  const { dismiss: dismissLabel } = useWords();
  return (
    <NoticesContext value={notify}>
      {children}
      <div className="notices" role="status">
        {notices.map(({ id, tone, message }) => (
          <div key={id} className={`notice notice-${tone}`}>
            <Icon name={tone === 'error' ? 'alert' : 'check'} />
            <span>{message}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={dismissLabel}
              onClick={() => dismiss(id)}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
    </NoticesContext>
  );
}

/** Gives the function that shows a notice. */
export function useNotices(): Notify {
  const notify = use(NoticesContext);
  if (!notify) throw new Error('Wrap this component in <NoticesProvider>.');
  return notify;
}
