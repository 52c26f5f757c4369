/**
 * Icons beside words. A host with react-native-svg hands in its own, for instance
 * `components={{ Icon: ({ name, size, color }) => <Lucide name={name} size={size} color={color} /> }}`.
 */
import { View } from 'react-native';
import { useCallbackContext } from '../../headless/platform/context.ts';
import type { IconSlotProps } from '../../headless/ui/slots.ts';
import { PlainIcon } from './PlainIcon.tsx';

/** Hidden from assistive technology: the words beside it say the same. */
export function Icon({ name, size = 18, color }: Omit<IconSlotProps, 'size'> & { size?: number }) {
  const { Icon: Drawing = PlainIcon } = useCallbackContext().components;
  return (
    <View aria-hidden style={{ width: size, height: size }}>
      <Drawing name={name} size={size} color={color} />
    </View>
  );
}
