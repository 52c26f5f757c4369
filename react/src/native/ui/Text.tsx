/** Words in the look's font and colours, at the side where lines begin. */
import { Text as NativeText, type TextProps as NativeTextProps, StyleSheet } from 'react-native';
import { useLook } from './look.ts';

interface TextProps extends NativeTextProps {
  kind?: 'heading' | 'label' | 'body' | 'note';
  /** The text colour by default, the muted one for notes. */
  color?: string | undefined;
}

export function Text({ kind = 'body', color, style, ...props }: TextProps) {
  const { colors, fontFamily, textAlign } = useLook();
  const ink = color ?? (kind === 'note' ? colors.textMuted : colors.text);
  const font = fontFamily === undefined ? undefined : { fontFamily };
  return (
    <NativeText
      {...(kind === 'heading' && HEADING)}
      {...props}
      style={[styles[kind], { color: ink, textAlign }, font, style]}
    />
  );
}

// On Android a text is no stop of the screen reader's, not even a heading, unless it is `accessible`.
const HEADING = { accessible: true, accessibilityRole: 'header' } as const;

const styles = StyleSheet.create({
  heading: { fontSize: 19, lineHeight: 26, fontWeight: '600' },
  label: { fontSize: 15, lineHeight: 21, fontWeight: '600' },
  body: { fontSize: 16, lineHeight: 23 },
  note: { fontSize: 14, lineHeight: 20 },
});
