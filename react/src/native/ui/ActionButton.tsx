/** Something that a person can do now, as a button; nothing without it. */
import { StyleSheet, View } from 'react-native';
import type { Action } from '../../headless/ui/parts.ts';
import type { ButtonSlotProps } from '../../headless/ui/slots.ts';
import { useParts } from './useParts.ts';

type ActionButtonProps = Pick<ButtonSlotProps, 'variant' | 'icon'> & {
  action: Action | undefined;
  size?: ButtonSlotProps['size'];
};

export function ActionButton({ action, size = 'sm', ...look }: ActionButtonProps) {
  const { Button } = useParts();
  if (!action) return null;
  return (
    <View style={styles.share}>
      <Button {...look} size={size} onPress={action.run} isBusy={action.isBusy}>
        {action.label}
      </Button>
    </View>
  );
}

const styles = StyleSheet.create({
  // Buttons side by side share the line.
  share: { flexGrow: 1 },
});
