/** A word in a frame, with its icon. */
import { StyleSheet, View } from 'react-native';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { BadgeSlotProps } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';
import { TONE_COLORS, useLook } from './look.ts';
import { Text } from './Text.tsx';

/** The host's own, where it gave one to the provider, or ours. */
export function Badge(props: BadgeSlotProps) {
  const { Badge: Own } = useCallbackContext().components;
  return Own ? <Own {...props} /> : <OurBadge {...props} />;
}

function OurBadge({ label, icon, tone }: BadgeSlotProps) {
  const { colors, row, space } = useLook();
  const color = colors[TONE_COLORS[tone]];
  const room = { paddingHorizontal: space(2), paddingVertical: space(0.5), gap: space(1) };
  return (
    <View style={[styles.badge, room, { flexDirection: row, borderColor: color }]}>
      <Icon name={icon} size={14} color={color} />
      <Text accessible kind="note" color={color} style={styles.label}>
        {label}
      </Text>
    </View>
  );
}

const styles = StyleSheet.create({
  badge: { alignItems: 'center', borderWidth: 1, borderRadius: 999 },
  label: { fontWeight: '600', flexShrink: 1 },
});
