import { useCallback, useEffect, useRef } from 'react';
import type { CallbackInboxModel } from '../../../headless/requests/inbox/inboxModel.ts';

/**
 * Takes the focus along: to the request's heading where it takes the list's place, and back to its row. Beside
 * the list a row keeps the focus, and a second press leads to the request.
 */
export function useInboxFocus({ value, open, move }: CallbackInboxModel) {
  const { requestId } = value;
  const list = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const before = useRef(requestId);
  const isMoving = useRef(false);

  useEffect(() => {
    const left = before.current;
    before.current = requestId;
    if (left === requestId) return;
    if (requestId === undefined) rowIn(list.current, left)?.focus();
    else if (!isShown(list.current)) headingIn(side.current)?.focus();
    else if (isMoving.current) rowIn(list.current, requestId)?.focus();
    isMoving.current = false;
  }, [requestId]);

  const press = useCallback(
    (id: string) => {
      if (id === before.current) headingIn(side.current)?.focus();
      else open(id);
    },
    [open],
  );
  return {
    ...{ list, side, press },
    move: (step: 1 | -1) => {
      isMoving.current = true;
      move(step);
    },
  };
}

const isShown = (element: Element | null) => element !== null && element.getClientRects().length > 0;
const headingIn = (element: Element | null) => element?.querySelector<HTMLElement>('.cb-inbox-title');
const rowIn = (element: Element | null, id: string | undefined) =>
  element?.querySelector<HTMLElement>(`[data-request="${CSS.escape(id ?? '')}"]`);
