/** A link to a page of the app: its router opens it, else the system. */
import type { ReactNode } from 'react';
import { Linking, Pressable, StyleSheet } from 'react-native';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { LinkProps } from '../../headless/ui/parts.ts';
import { TOUCH_TARGET, useLook } from './look.ts';
import { Text } from './Text.tsx';

/** Words are drawn as a link; other content is drawn as it is. */
export function Link({ href, accessibilityLabel, onPress, children }: LinkProps<ReactNode>) {
  const { onNavigate } = useCallbackContext();
  const { colors } = useLook();
  const open = onNavigate ?? ((address: string) => void Linking.openURL(address).catch(() => {}));
  return (
    <Pressable
      accessibilityRole="link"
      accessibilityLabel={accessibilityLabel}
      onPress={() => {
        onPress?.();
        open(href);
      }}
      style={styles.link}
    >
      {typeof children === 'string' ? <Text color={colors.accent}>{children}</Text> : children}
    </Pressable>
  );
}

const styles = StyleSheet.create({ link: { minHeight: TOUCH_TARGET, justifyContent: 'center' } });
