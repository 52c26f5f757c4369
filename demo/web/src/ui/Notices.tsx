/**
 * Short notices that lie over the page, for what has no place of its own in it. Each result is shown once and read
 * out once: what the page shows already is not shown again, and what it reads out already is only shown.
 */
import type { CallbackNotice } from '@ringback/react';
import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useWords } from '../app/settings.tsx';
import { Icon } from './Icon.tsx';
import { placeFree, type Rect } from './placeFree.ts';

type Notify = (notice: CallbackNotice) => void;

/** Who tells the reader: nobody yet, the notice alone, or the page's own live region beside it. */
type Told = 'undecided' | 'here' | 'by the page';
type Shown = CallbackNotice & { id: number; told: Told };

const SHOWN_MS = 6_000;
/** What is on the page changes under a notice. */
const PLACED_EVERY_MS = 200;
const CONTROLS = 'a, button, input, select, textarea, summary, label';

const NoticesContext = createContext<Notify | null>(null);

export function NoticesProvider({ children }: { children: ReactNode }) {
  const { notices, notify, dismiss } = useShownNotices();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  useFreePlace(box, notices.length);
  return (
    <NoticesContext value={notify}>
      {children}
      <div className="visually-hidden" role="status" data-notices="">
        {notices.map(({ id, told, message }) => told === 'here' && <p key={id}>{message}</p>)}
      </div>
      <div className="notices" ref={box}>
        {notices.map(({ id, tone, message }) => (
          <div key={id} className={`notice notice-${tone}`}>
            <Icon name={tone === 'error' ? 'alert' : 'check'} />
            <span>{message}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={words.dismiss}
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

function useShownNotices() {
  const [notices, setNotices] = useState<Shown[]>([]);
  const lastId = useRef(0);
  const dismiss = useCallback(
    (id: number) => setNotices((shown) => shown.filter((notice) => notice.id !== id)),
    [],
  );
  const notify = useCallback<Notify>(
    (notice) => {
      lastId.current += 1;
      const id = lastId.current;
      setNotices((shown) => [...shown, { ...notice, id, told: 'undecided' }]);
      setTimeout(() => dismiss(id), SHOWN_MS);
    },
    [dismiss],
  );
  useLayoutEffect(() => {
    if (notices.some(({ told }) => told === 'undecided')) setNotices(notices.flatMap(decide));
  }, [notices]);
  return { notices, notify, dismiss };
}

/** The component that sent it has drawn its part in the same turn. */
function decide(notice: Shown): Shown[] {
  if (notice.told !== 'undecided') return [notice];
  const regions = [...document.querySelectorAll<HTMLElement>('[role="status"]:not([data-notices])')].filter(
    ({ textContent }) => textContent?.includes(notice.message),
  );
  if (regions.some(isSeen)) return [];
  const isReadOut = regions.some((region) => region.closest('[inert]') === null);
  return [{ ...notice, told: isReadOut ? 'by the page' : 'here' }];
}

/** Text for screen readers alone has no size. */
const isSeen = (element: HTMLElement) => element.checkVisibility() && element.offsetWidth > 1;

/** Keeps the box where it covers no control, above the keyboard on the screen. */
function useFreePlace(box: RefObject<HTMLDivElement | null>, count: number): void {
  useEffect(() => {
    if (count === 0) return;
    const place = () => box.current && placeBox(box.current);
    place();
    const timer = setInterval(place, PLACED_EVERY_MS);
    return () => clearInterval(timer);
  }, [box, count]);
}

function placeBox(box: HTMLDivElement): void {
  const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
  const controls = [...document.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) => !box.contains(control) && control.checkVisibility(),
  );
  const { top, isFree } = placeFree(
    boundsOf(box),
    controls.map(boundsOf),
    { top: offsetTop, bottom: offsetTop + height },
    matchMedia('(max-width: 47.99rem)').matches ? 'top' : 'bottom',
  );
  box.style.setProperty('--notices-top', `${top}px`);
  box.classList.toggle('is-passed-through', !isFree);
}

function boundsOf(element: HTMLElement): Rect {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}
