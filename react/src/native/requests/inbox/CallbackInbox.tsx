/** The seller's requests, compact, and beside them the one that is open; a narrow place shows one of the two. */
import { useEffect, useState } from 'react';
import { BackHandler, type LayoutChangeEvent, ScrollView, StyleSheet, View } from 'react-native';
import { useCallbackInbox } from '../../../headless/index.ts';
import type { CallbackInboxProps } from '../../../headless/requests/props.ts';
import { useLook } from '../../ui/look.ts';
import { Text } from '../../ui/Text.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { InboxDetail } from './InboxDetail.tsx';
import { InboxList } from './InboxList.tsx';

/** Two columns from here on, in pixels. */
const WIDE = 700;

export function CallbackInbox(props: CallbackInboxProps) {
  const model = useCallbackInbox(props);
  const { row, space } = useLook();
  const [isWide, setWide] = useState(false);
  const { requestId } = model.value;
  const isOpen = requestId !== undefined;
  useAnnouncement(model.announcement);
  useBack(isOpen && !isWide, model.close);
  const measure = ({ nativeEvent }: LayoutChangeEvent) => setWide(nativeEvent.layout.width >= WIDE);
  return (
    <View onLayout={measure} style={[styles.inbox, isWide && { flexDirection: row, gap: space(5) }]}>
      {(isWide || !isOpen) && (
        <View style={isWide ? styles.list : styles.inbox}>
          <InboxList model={model} />
        </View>
      )}
      {isOpen && (
        <ScrollView style={isWide && styles.detail} keyboardShouldPersistTaps="handled">
          <InboxDetail
            key={requestId}
            id={requestId}
            listed={model.current}
            close={isWide ? undefined : model.close}
            onStatusUpdate={props.onStatusUpdate}
          />
        </ScrollView>
      )}
      {isWide && !isOpen && (
        <Text accessible kind="note" style={styles.detail}>
          {model.placeholder}
        </Text>
      )}
    </View>
  );
}

/** Android's own way back leads to the list first. */
function useBack(isNeeded: boolean, close: () => void) {
  useEffect(() => {
    if (!isNeeded) return;
    const subscription = BackHandler.addEventListener('hardwareBackPress', () => {
      close();
      return true;
    });
    return () => subscription.remove();
  }, [isNeeded, close]);
}

const styles = StyleSheet.create({
  /** As high as there is room: then the list draws only what is near. */
  inbox: { flexGrow: 1, flexShrink: 1 },
  list: { flex: 2 },
  detail: { flex: 3 },
});
