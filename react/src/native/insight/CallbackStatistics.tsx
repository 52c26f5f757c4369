/** The signed-in seller's fair figures, each with what it counts. */
import { View } from 'react-native';
import { useCallbackStatistics } from '../../headless/index.ts';
import { listsWords } from '../../headless/messages/en/lists.ts';
import { useWords } from '../../headless/messages/useWords.ts';
import { Column } from '../ui/Stack.tsx';
import { Status } from '../ui/Status.tsx';
import { Text } from '../ui/Text.tsx';

/** Answer rate, contact rate and usual answer time. */
export function CallbackStatistics() {
  const { title, figures, loading, error } = useCallbackStatistics();
  const { lists } = useWords(listsWords);
  return (
    <Column gap={3}>
      <Text kind="heading">{title}</Text>
      {loading && <Text kind="note">{lists.loading}</Text>}
      <Status tone="danger" icon="alert" text={error} />
      {figures.map(({ label, value, isKnown, hint }) => (
        <View key={label} accessible>
          <Text kind="label">{label}</Text>
          <Text kind={isKnown ? 'heading' : 'note'} accessible={false}>
            {value}
          </Text>
          <Text kind="note">{hint}</Text>
        </View>
      ))}
    </Column>
  );
}
