'use client';
import { useEffect, useRef } from 'react';
import type { MyRequest } from '../../../headless/requests/mine/mineModel.ts';
import type { MyCallbackRequestsProps } from '../../../headless/requests/props.ts';
import { useRequestDetails } from '../../../headless/requests/read/useRequestDetails.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { useParts } from '../../ui/useParts.ts';
import { CallbackHistory } from '../history/CallbackHistory.tsx';
import { RequestPanel } from '../summary/RequestPanel.tsx';

interface ItemProps extends Pick<MyCallbackRequestsProps, 'onRequestAgain'> {
  item: MyRequest;
}

/** A request in the buyer's list: whole, or a row that opens. */
export function MyRequestItem({ item, onRequestAgain }: ItemProps) {
  const { request, isLarge, isOpen, toggle } = item;
  const { Button } = useParts();
  return (
    <li ref={useInSightAtFirst(isOpen)} className="cb-mine-item">
      {!isLarge && <Row item={item} />}
      {(isLarge || isOpen) && (
        <RequestPanel
          request={request}
          namesListing
          onRequestAgain={onRequestAgain && (() => onRequestAgain(request))}
        >
          {isOpen && <History id={request.id} />}
          {isLarge && (
            <Button variant="ghost" size="sm" onPress={toggle.run}>
              {toggle.label}
            </Button>
          )}
        </RequestPanel>
      )}
    </li>
  );
}

function Row({ item: { title, when, status, question, isOpen, toggle } }: ItemProps) {
  return (
    <button type="button" className="cb-mine-row" aria-expanded={isOpen} onClick={toggle.run}>
      <bdi className="cb-mine-title">{title}</bdi>
      <span className="cb-mine-facts">
        <Badge {...status} />
        {question && <Badge {...question} />}
        <span className="cb-muted">{when}</span>
      </span>
      <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} />
    </button>
  );
}

/** Loaded when it is asked for: a list comes without it. */
function History({ id }: { id: string }) {
  const { state, request } = useRequestDetails(id);
  return <ListFrame state={state}>{request && <CallbackHistory request={request} />}</ListFrame>;
}

/** A link may have led to the request; what is opened later is in sight already. */
function useInSightAtFirst(isOpen: boolean) {
  const item = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current) item.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return item;
}
