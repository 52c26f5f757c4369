/** Parts below each other, or side by side in the direction of writing. */
import { View, type ViewProps } from 'react-native';
import { useLook } from './look.ts';

interface StackProps extends ViewProps {
  /** Steps of the theme's spacing between the parts. */
  gap: number;
}

export function Column({ gap, style, ...props }: StackProps) {
  const { space } = useLook();
  return <View {...props} style={[{ gap: space(gap) }, style]} />;
}

/** Goes on in a next line when there is no more room. */
export function Row({ gap, style, ...props }: StackProps) {
  const { row, space } = useLook();
  return <View {...props} style={[{ flexDirection: row, flexWrap: 'wrap', gap: space(gap) }, style]} />;
}
