/** A part that opens and closes, with a summary of what is in it. */
import type { ReactNode } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import { Icon } from './Icon.tsx';
import { useLook } from './look.ts';
import { Column } from './Stack.tsx';
import { Text } from './Text.tsx';

interface DisclosureProps {
  label: string;
  summary: string;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  children: ReactNode;
}

export function Disclosure({ label, summary, isOpen, setOpen, children }: DisclosureProps) {
  const { colors, radius, controlHeight, row, space } = useLook();
  return (
    <Column gap={5}>
      <Pressable
        accessibilityRole="button"
        accessibilityLabel={label}
        accessibilityValue={{ text: summary }}
        accessibilityState={{ expanded: isOpen }}
        onPress={() => setOpen(!isOpen)}
        style={[
          styles.head,
          { minHeight: controlHeight, flexDirection: row, borderRadius: radius, borderColor: colors.border },
          { paddingHorizontal: space(3), paddingVertical: space(2), gap: space(2) },
        ]}
      >
        <View style={styles.text}>
          <Text kind="label">{label}</Text>
          {summary !== '' && <Text kind="note">{summary}</Text>}
        </View>
        <Icon name={isOpen ? 'chevron-up' : 'chevron-down'} size={16} color={colors.textMuted} />
      </Pressable>
      {isOpen && children}
    </Column>
  );
}

const styles = StyleSheet.create({
  head: { alignItems: 'center', borderWidth: 1 },
  text: { flex: 1 },
});
