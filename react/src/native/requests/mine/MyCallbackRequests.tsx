/** For the buyer: the requests that they have made, open ones whole, ended ones as rows that open. */
import { StyleSheet, View } from 'react-native';
import { useMyCallbackRequests } from '../../../headless/index.ts';
import type { MyCallbackRequestsProps } from '../../../headless/requests/props.ts';
import type { Action } from '../../../headless/ui/parts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { Column } from '../../ui/Stack.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { CallbackRequestDetails } from '../summary/CallbackRequestDetails.tsx';
import { MyRequestFrame, MyRequestItem } from './MyRequestItem.tsx';

/** Tabs by status, and below them each request. */
export function MyCallbackRequests({ empty, onRequestAgain, ...props }: MyCallbackRequestsProps) {
  const { tabs, renew, state, items, otherId, closeOther, isNew } = useMyCallbackRequests(props);
  return (
    <Column gap={4}>
      <Tabs {...tabs} />
      {otherId !== undefined && (
        <MyRequestFrame>
          <CallbackRequestDetails requestId={otherId} />
          <ActionButton action={closeOther} variant="ghost" />
        </MyRequestFrame>
      )}
      <View>
        <ListFrame state={state}>
          {items.map((item) => (
            <MyRequestItem key={item.request.id} item={item} onRequestAgain={onRequestAgain} />
          ))}
        </ListFrame>
        <Renewal renew={renew} />
      </View>
      {isNew && empty}
    </Column>
  );
}

/** Lies over the list, which would move otherwise. */
function Renewal({ renew }: { renew: Action | undefined }) {
  useAnnouncement(renew?.label);
  return (
    <View style={styles.renew}>
      <ActionButton action={renew} variant="primary" icon="arrow-up" />
    </View>
  );
}

const styles = StyleSheet.create({ renew: { position: 'absolute', top: 4, alignSelf: 'center' } });
