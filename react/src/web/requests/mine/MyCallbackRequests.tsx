'use client';
import type { ReactNode } from 'react';
import type { MyRequestsModel } from '../../../headless/requests/mine/mineModel.ts';
import { useMyCallbackRequests } from '../../../headless/requests/mine/useMyCallbackRequests.ts';
import type { MyCallbackRequestsProps } from '../../../headless/requests/props.ts';
import type { Action } from '../../../headless/ui/parts.ts';
import { Root } from '../../platform/Root.tsx';
import { ListStyles } from '../../styles/ListStyles.tsx';
import { MineStyles } from '../../styles/MineStyles.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { LiveRegion } from '../../ui/LiveRegion.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useParts } from '../../ui/useParts.ts';
import { CallbackRequestDetails } from '../summary/CallbackRequestDetails.tsx';
import { MyRequestItem } from './MyRequestItem.tsx';

/** For the buyer: the requests that they have made, open ones whole, ended ones as rows that open. */
export function MyCallbackRequests({ empty, onRequestAgain, ...props }: MyCallbackRequestsProps) {
  return (
    <MyCallbackRequestsView
      model={useMyCallbackRequests(props)}
      empty={empty}
      onRequestAgain={onRequestAgain}
    />
  );
}

interface ViewProps extends Pick<MyCallbackRequestsProps, 'onRequestAgain'> {
  model: MyRequestsModel;
  empty?: ReactNode;
}

/** Draws a model of the list. */
export function MyCallbackRequestsView({ model, empty, onRequestAgain }: ViewProps) {
  const { label, tabs, renew, state, items, isNew } = model;
  return (
    <Root>
      <ListStyles />
      <MineStyles />
      <section className="cb-mine" aria-label={label}>
        <Tabs {...tabs} />
        <Other model={model} />
        <Renewal renew={renew} />
        <ListFrame state={state}>
          {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes lists without markers for none */}
          <ul className="cb-list" role="list">
            {items.map((item) => (
              <MyRequestItem key={item.request.id} item={item} onRequestAgain={onRequestAgain} />
            ))}
          </ul>
        </ListFrame>
        {isNew && empty && <div className="cb-mine-empty">{empty}</div>}
      </section>
    </Root>
  );
}

/** The open request, where the list does not have it. */
function Other({ model: { otherId, closeOther } }: { model: MyRequestsModel }) {
  const { Button } = useParts();
  if (otherId === undefined) return null;
  return (
    <div className="cb-mine-item">
      <CallbackRequestDetails requestId={otherId} />
      <Button variant="ghost" size="sm" onPress={closeOther.run}>
        {closeOther.label}
      </Button>
    </div>
  );
}

/** Lies over the list, which would move otherwise. */
function Renewal({ renew }: { renew: Action | undefined }) {
  const { Button } = useParts();
  return (
    <div className="cb-mine-renew">
      <LiveRegion>{renew?.label}</LiveRegion>
      {renew && (
        <Button variant="primary" size="sm" icon="arrow-up" onPress={renew.run}>
          {renew.label}
        </Button>
      )}
    </div>
  );
}
