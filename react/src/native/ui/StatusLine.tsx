/** A line that says how it stands, told by icon and word beside the colour. */
import { StyleSheet, View } from 'react-native';
import type { Badge } from '../../headless/ui/parts.ts';
import { Icon } from './Icon.tsx';
import { TONE_COLORS, useLook } from './look.ts';
import { Text } from './Text.tsx';

export interface StatusLineProps extends Pick<Badge, 'tone' | 'icon'> {
  text: string;
}

export function StatusLine({ tone, icon, text }: StatusLineProps) {
  const { colors, row, space } = useLook();
  const color = colors[TONE_COLORS[tone]];
  return (
    <View style={[styles.status, { flexDirection: row, gap: space(2) }]}>
      <View style={styles.icon}>
        <Icon name={icon} size={16} color={color} />
      </View>
      <Text accessible accessibilityRole="alert" kind="note" color={color} style={styles.text}>
        {text}
      </Text>
    </View>
  );
}

const styles = StyleSheet.create({
  status: { alignItems: 'flex-start' },
  icon: { height: 20, justifyContent: 'center' },
  text: { flex: 1 },
});
