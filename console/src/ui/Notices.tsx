/** Short results over the page, for acts that have no place of their own in it. */
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import { shared } from '../texts/en.ts';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface Notice {
  tone: 'success' | 'danger';
  message: string;
}

type Notify = (notice: Notice) => void;

const SHOWN_MS = 6_000;
const NoticesContext = createContext<Notify>(() => {});

/** Gives the function that shows one. */
export const useNotify = (): Notify => use(NoticesContext);

export function NoticesProvider({ children }: { children: ReactNode }) {
  const [notices, setNotices] = useState<(Notice & { id: number })[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback((id: number) => setNotices((all) => all.filter((one) => one.id !== id)), []);
  const notify = useCallback<Notify>(
    (notice) => {
      lastId.current += 1;
      const id = lastId.current;
      setNotices((all) => [...all, { ...notice, id }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  return (
    <NoticesContext value={notify}>
      {children}
      <div className="notices" role="status">
        {notices.map(({ id, tone, message }) => (
          <div key={id} className="notice" data-tone={tone}>
            <Icon name={tone === 'success' ? 'check-circle' : 'alert'} />
            <span>{message}</span>
            <IconButton icon="close" label={shared.dismiss} onClick={() => dismiss(id)} />
          </div>
        ))}
      </div>
    </NoticesContext>
  );
}
