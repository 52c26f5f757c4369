/** What was done a moment ago, and the way back. */
import { StyleSheet } from 'react-native';
import type { Action } from '../../headless/ui/parts.ts';
import { ActionButton } from './ActionButton.tsx';
import { Row } from './Stack.tsx';
import { Text } from './Text.tsx';

export function UndoRow({ text, action }: { text: string; action: Action }) {
  return (
    <Row gap={3} style={styles.line}>
      <Text accessible>{text}</Text>
      <ActionButton action={action} variant="outline" />
    </Row>
  );
}

const styles = StyleSheet.create({ line: { alignItems: 'center' } });
