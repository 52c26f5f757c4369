/** Labels with their texts: "Prefers", "Weekdays in the evening". */
import { View } from 'react-native';
import type { Detail } from '../../headless/ui/parts.ts';
import { Text } from './Text.tsx';

export function DetailList({ details }: { details: readonly Detail[] }) {
  return details.map(({ label, text }) => (
    <View key={label} accessible>
      <Text kind="note">{label}</Text>
      <Text>{text}</Text>
    </View>
  ));
}
