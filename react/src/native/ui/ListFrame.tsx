/** A list in whatever state it is: loading, failed, empty, or its items with the way to more of them. */
import type { ReactNode } from 'react';
import { ActivityIndicator, StyleSheet, View } from 'react-native';
import type { ListState } from '../../headless/ui/listState.ts';
import { ActionButton } from './ActionButton.tsx';
import { useLook } from './look.ts';
import { Column } from './Stack.tsx';
import { Status } from './Status.tsx';
import { Text } from './Text.tsx';

export function ListFrame({ state, children }: { state: ListState; children: ReactNode }) {
  switch (state.kind) {
    case 'loading':
      return <Loading label={state.label} />;
    case 'failed':
      return (
        <Column gap={3}>
          <Status tone="danger" icon="alert" text={state.message} />
          <ActionButton action={state.retry} variant="outline" />
        </Column>
      );
    case 'empty':
      return (
        <Text accessible kind="note" style={styles.empty}>
          {state.text}
        </Text>
      );
    case 'items':
      return (
        <Column gap={3}>
          <Status tone="warning" icon="alert" text={state.notice} />
          {children}
          <ActionButton action={state.more} variant="outline" />
        </Column>
      );
  }
}

function Loading({ label }: { label: string }) {
  const { colors } = useLook();
  return (
    <View accessible accessibilityLabel={label} accessibilityState={{ busy: true }} style={styles.loading}>
      <ActivityIndicator color={colors.accent} />
    </View>
  );
}

const styles = StyleSheet.create({
  loading: { minHeight: 160, justifyContent: 'center' },
  empty: { textAlign: 'center', paddingVertical: 24 },
});
