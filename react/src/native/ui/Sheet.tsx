/** A dialog that comes up from the lower edge, used where the host gives none of its own. */
import { type ReactNode, useEffect, useState } from 'react';
import {
  AccessibilityInfo,
  KeyboardAvoidingView,
  Modal,
  Pressable,
  ScrollView,
  StyleSheet,
  View,
} from 'react-native';
import type { DialogSlotProps } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';
import { TOUCH_TARGET, useLook } from './look.ts';
import { Text } from './Text.tsx';

export function Sheet({ isOpen, title, closeLabel, onClose, children }: DialogSlotProps) {
  const animation = useReducedMotion() ? 'none' : 'slide';
  return (
    <Modal transparent visible={isOpen} animationType={animation} onRequestClose={onClose}>
      <KeyboardAvoidingView behavior="padding" style={styles.screen}>
        {/* Screen readers have the close button. */}
        <Pressable aria-hidden style={styles.backdrop} onPress={onClose} />
        <Panel>
          <TitleBar title={title} closeLabel={closeLabel} onClose={onClose} />
          <Content>{children}</Content>
        </Panel>
      </KeyboardAvoidingView>
    </Modal>
  );
}

function Panel({ children }: { children: ReactNode }) {
  const { colors, radius, shadow } = useLook();
  const corners = { borderTopLeftRadius: radius * 1.6, borderTopRightRadius: radius * 1.6 };
  return (
    <View
      accessibilityViewIsModal
      style={[
        styles.panel,
        corners,
        { backgroundColor: colors.background, borderColor: colors.border, boxShadow: shadow },
      ]}
    >
      {children}
    </View>
  );
}

function TitleBar({
  title,
  closeLabel,
  onClose,
}: {
  title: string;
  closeLabel: string;
  onClose: () => void;
}) {
  const { colors, row, space } = useLook();
  return (
    <View style={[styles.title, { flexDirection: row, paddingHorizontal: space(4), paddingTop: space(2) }]}>
      <Text kind="heading" style={styles.grow}>
        {title}
      </Text>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={closeLabel}
        onPress={onClose}
        style={[styles.close, { marginHorizontal: -space(2.5) }]}
      >
        <Icon name="x" size={22} color={colors.textMuted} />
      </Pressable>
    </View>
  );
}

function Content({ children }: { children: ReactNode }) {
  const { space } = useLook();
  return (
    <ScrollView
      keyboardShouldPersistTaps="handled"
      // The room below keeps clear of the home indicator, whose height only another package knows.
      contentContainerStyle={{ padding: space(4), paddingTop: space(2), paddingBottom: space(10) }}
    >
      {children}
    </ScrollView>
  );
}

function useReducedMotion(): boolean {
  const [isReduced, setReduced] = useState(false);
  useEffect(() => {
    void AccessibilityInfo.isReduceMotionEnabled().then(setReduced);
    const subscription = AccessibilityInfo.addEventListener('reduceMotionChanged', setReduced);
    return () => subscription.remove();
  }, []);
  return isReduced;
}

const styles = StyleSheet.create({
  screen: { flex: 1, justifyContent: 'flex-end' },
  backdrop: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 0,
    right: 0,
    backgroundColor: 'rgba(0, 0, 0, 0.5)',
  },
  panel: {
    width: '100%',
    maxWidth: 560,
    maxHeight: '92%',
    // Above the keyboard there is less room.
    flexShrink: 1,
    alignSelf: 'center',
    borderWidth: 1,
    borderBottomWidth: 0,
  },
  title: { alignItems: 'center' },
  grow: { flex: 1 },
  close: { width: TOUCH_TARGET, height: TOUCH_TARGET, alignItems: 'center', justifyContent: 'center' },
});
