/** Our button, used where the host gives none of its own. */
import { ActivityIndicator, Pressable, StyleSheet, View } from 'react-native';
import type { CallbackColors } from '../../headless/platform/theme.ts';
import type { ButtonSlotProps } from '../../headless/ui/slots.ts';
import { Icon } from './Icon.tsx';
import { useLook } from './look.ts';
import { Text } from './Text.tsx';

/** Above the theme's height. */
const TALLER = { sm: 0, md: 4, lg: 10 };
const ICON_SIZE = 18;

export function Button(props: ButtonSlotProps) {
  const { variant, size, onPress, isDisabled = false, isBusy = false, icon, children } = props;
  const { colors, radius, controlHeight, row, space } = useLook();
  const { ink, ground, edge } = colorsOf(variant, colors);
  const isIdle = isDisabled || isBusy;
  return (
    <Pressable
      accessibilityRole="button"
      accessibilityLabel={props.accessibilityLabel ?? children}
      accessibilityState={{ disabled: isIdle, busy: isBusy }}
      disabled={isIdle}
      onPress={onPress}
      style={({ pressed }) => [
        styles.button,
        { minHeight: controlHeight + TALLER[size], gap: space(2) },
        { paddingHorizontal: space(4), paddingVertical: space(2) },
        { flexDirection: row, borderRadius: radius, backgroundColor: ground, borderColor: edge },
        (pressed || isIdle) && styles.faded,
      ]}
    >
      {icon && (isBusy ? <Spinner color={ink} /> : <Icon name={icon} size={ICON_SIZE} color={ink} />)}
      <Text kind="label" color={ink} style={styles.label}>
        {children}
      </Text>
    </Pressable>
  );
}

/** Takes the icon's room, so that nothing moves. */
function Spinner({ color }: { color: string }) {
  return (
    <View aria-hidden style={styles.spinner}>
      <ActivityIndicator size="small" color={color} />
    </View>
  );
}

function colorsOf(variant: ButtonSlotProps['variant'], colors: CallbackColors) {
  const { accent, accentText, surface, border, text, danger } = colors;
  switch (variant) {
    case 'primary':
      return { ink: accentText, ground: accent, edge: accent };
    case 'secondary':
      return { ink: text, ground: surface, edge: border };
    case 'outline':
      return { ink: accent, ground: 'transparent', edge: accent };
    case 'ghost':
      return { ink: accent, ground: 'transparent', edge: 'transparent' };
    case 'danger':
      return { ink: danger, ground: 'transparent', edge: danger };
  }
}

const styles = StyleSheet.create({
  button: { borderWidth: 1, alignItems: 'center', justifyContent: 'center' },
  faded: { opacity: 0.65 },
  label: { flexShrink: 1, textAlign: 'center' },
  spinner: { width: ICON_SIZE, height: ICON_SIZE, alignItems: 'center', justifyContent: 'center' },
});
