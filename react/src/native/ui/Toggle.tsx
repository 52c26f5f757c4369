/** Something that is on or off. */
import { StyleSheet, Switch, View } from 'react-native';
import type { Toggle as ToggleModel } from '../../headless/ui/parts.ts';
import { TOUCH_TARGET, useLook } from './look.ts';
import { Text } from './Text.tsx';

export function Toggle({ label, value, set }: ToggleModel) {
  const { colors, row, space } = useLook();
  return (
    <View style={[styles.row, { flexDirection: row, gap: space(3) }]}>
      <Text aria-hidden style={styles.label}>
        {label}
      </Text>
      <Switch
        accessibilityLabel={label}
        value={value}
        onValueChange={set}
        trackColor={{ true: colors.accent, false: colors.border }}
      />
    </View>
  );
}

const styles = StyleSheet.create({
  row: { minHeight: TOUCH_TARGET, alignItems: 'center' },
  label: { flex: 1 },
});
