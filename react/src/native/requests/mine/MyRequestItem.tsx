/** A request in the buyer's list: whole, or a row that opens. */
import type { ReactNode } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import type { MyRequest } from '../../../headless/requests/mine/mineModel.ts';
import type { MyCallbackRequestsProps } from '../../../headless/requests/props.ts';
import { useRequestDetails } from '../../../headless/requests/read/useRequestDetails.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { TOUCH_TARGET, useLook } from '../../ui/look.ts';
import { Column, Row as Line } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';
import { CallbackHistory } from '../history/CallbackHistory.tsx';
import { RequestPanel } from '../summary/CallbackRequestDetails.tsx';

interface ItemProps extends Pick<MyCallbackRequestsProps, 'onRequestAgain'> {
  item: MyRequest;
}

export function MyRequestItem({ item, onRequestAgain }: ItemProps) {
  const { request, isLarge, isOpen, toggle } = item;
  return (
    <MyRequestFrame>
      {!isLarge && <Row item={item} />}
      {(isLarge || isOpen) && (
        <RequestPanel request={request} onRequestAgain={onRequestAgain && (() => onRequestAgain(request))}>
          {isOpen && <History id={request.id} />}
          {isLarge && <ActionButton action={toggle} variant="ghost" />}
        </RequestPanel>
      )}
    </MyRequestFrame>
  );
}

export function MyRequestFrame({ children }: { children: ReactNode }) {
  const { colors, radius, space } = useLook();
  const paint = { backgroundColor: colors.background, borderColor: colors.border };
  return (
    <Column gap={3} style={[styles.frame, paint, { borderRadius: radius, padding: space(4) }]}>
      {children}
    </Column>
  );
}

function Row({ item: { title, when, status, question, isOpen, toggle } }: ItemProps) {
  const { colors, row } = useLook();
  const facts = [title, status.label, question?.label, when].filter(Boolean).join(', ');
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={facts}
      accessibilityState={{ expanded: isOpen }}
      onPress={toggle.run}
      style={[styles.row, { flexDirection: row }]}
    >
      <View style={styles.grow}>
        <Text kind="label">{title}</Text>
        <Line gap={2} style={styles.facts}>
          <Badge {...status} />
          {question && <Badge {...question} />}
          <Text kind="note">{when}</Text>
        </Line>
      </View>
      <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} color={colors.textMuted} />
    </Pressable>
  );
}

/** Loaded when it is asked for: a list comes without it. */
function History({ id }: { id: string }) {
  const { state, request } = useRequestDetails(id);
  return <ListFrame state={state}>{request && <CallbackHistory request={request} />}</ListFrame>;
}

const styles = StyleSheet.create({
  frame: { borderWidth: 1 },
  row: { minHeight: TOUCH_TARGET, alignItems: 'center', gap: 8 },
  grow: { flex: 1 },
  facts: { alignItems: 'center' },
});
