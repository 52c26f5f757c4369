/** The signed-in person's figures, as seller or as buyer, each with what it counts. */
import { StyleSheet, View } from 'react-native';
import {
  type CallbackStatsProps,
  type Figure,
  type StatsModel,
  useCallbackStats,
} from '../../headless/insight/useCallbackStats.ts';
import { ListFrame } from '../ui/ListFrame.tsx';
import { TONE_COLORS, useLook } from '../ui/look.ts';
import { Column } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';

/** The rates of a seller need five requests. */
export function CallbackStats(props: CallbackStatsProps) {
  const { title, state, figures, recent, split } = useCallbackStats(props);
  return (
    <Column gap={3}>
      <Text kind="heading">{title}</Text>
      <ListFrame state={state}>
        <Column gap={3}>
          {figures.map((figure) => (
            <FigureRow key={figure.label} {...figure} />
          ))}
          {recent && (
            <Column gap={3}>
              <Text kind="heading">{recent.title}</Text>
              {recent.figures.map((figure) => (
                <FigureRow key={figure.label} {...figure} />
              ))}
            </Column>
          )}
          <Split {...split} />
        </Column>
      </ListFrame>
    </Column>
  );
}

function FigureRow({ label, value, isKnown, hint }: Figure) {
  return (
    <View accessible>
      <Text kind="label">{label}</Text>
      <Text kind={isKnown ? 'heading' : 'note'} accessible={false}>
        {value}
      </Text>
      {hint !== undefined && <Text kind="note">{hint}</Text>}
    </View>
  );
}

/** A bar, and the same in words and numbers. */
function Split({ title, shares }: StatsModel['split']) {
  const { colors, row, space } = useLook();
  return (
    <Column gap={2}>
      <Text kind="label" accessible>
        {title}
      </Text>
      <View aria-hidden style={[styles.bar, { flexDirection: row, backgroundColor: colors.surface }]}>
        {shares.map(({ status, tone, share }) => (
          <View key={status} style={{ flexGrow: share, backgroundColor: colors[TONE_COLORS[tone]] }} />
        ))}
      </View>
      {shares.map(({ status, tone, label, count, percent }) => (
        <View key={status} accessible style={[styles.share, { flexDirection: row, gap: space(2) }]}>
          <View style={[styles.key, { backgroundColor: colors[TONE_COLORS[tone]] }]} />
          <Text style={styles.label}>{label}</Text>
          <Text>{count}</Text>
          <Text kind="note">{percent}</Text>
        </View>
      ))}
    </Column>
  );
}

const styles = StyleSheet.create({
  bar: { height: 12, borderRadius: 6, overflow: 'hidden' },
  share: { alignItems: 'center' },
  key: { width: 12, height: 12, borderRadius: 3 },
  label: { flex: 1 },
});
