/** What has happened to a request, newest first; for both sides. */
import { StyleSheet, View } from 'react-native';
import { useCallbackHistory } from '../../../headless/index.ts';
import type { HistoryLine } from '../../../headless/requests/history.ts';
import type { CallbackHistoryProps } from '../../../headless/requests/props.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';

/** The newest lines at first, all of them on demand. */
export function CallbackHistory({ request }: CallbackHistoryProps) {
  const { title, lines, showAll } = useCallbackHistory(request);
  return (
    <Column gap={3}>
      <Text kind="heading">{title}</Text>
      {lines.map((line) => (
        <Event key={line.id} line={line} />
      ))}
      <ActionButton action={showAll} variant="ghost" />
    </Column>
  );
}

function Event({ line: { when, title, by, note } }: { line: HistoryLine }) {
  const { colors } = useLook();
  return (
    <Row gap={3} style={styles.event}>
      <View aria-hidden style={[styles.mark, { borderColor: colors.accent }]} />
      <View accessible style={styles.text}>
        <Text kind="label">{title}</Text>
        {by !== undefined && <Text kind="note">{by}</Text>}
        {note !== undefined && <Text>{note}</Text>}
        <Text kind="note">{when}</Text>
      </View>
    </Row>
  );
}

const styles = StyleSheet.create({
  event: { flexWrap: 'nowrap' },
  mark: { width: 10, height: 10, marginTop: 6, borderWidth: 2, borderRadius: 5 },
  text: { flex: 1 },
});
