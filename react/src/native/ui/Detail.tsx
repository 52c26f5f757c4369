/** A word and what it stands for: "Prefers — weekdays in the evening". */
import { View } from 'react-native';
import { Text } from './Text.tsx';

interface DetailProps {
  label: string;
  /** Nothing is drawn without it. */
  text: string | undefined;
}

export function Detail({ label, text }: DetailProps) {
  if (text === undefined) return null;
  return (
    <View accessible>
      <Text kind="note">{label}</Text>
      <Text>{text}</Text>
    </View>
  );
}
