/** After a call: its outcome, and when the seller will try again. */
import { StyleSheet, View } from 'react-native';
import type { CallbackCardModel, RetryModel } from '../../../headless/requests/card/cardModel.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { useLook } from '../../ui/look.ts';
import { Select } from '../../ui/Select.tsx';
import { Column, Row } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';
import { useParts } from '../../ui/useParts.ts';

export function Outcome({ outcome }: { outcome: NonNullable<CallbackCardModel['outcome']> }) {
  const { colors, radius, space } = useLook();
  const frame = { backgroundColor: colors.surface, borderRadius: radius, padding: space(3) };
  return (
    <Column gap={3} style={frame}>
      {outcome.retry ? <Retry retry={outcome.retry} /> : <Question outcome={outcome} />}
    </Column>
  );
}

function Question({ outcome }: { outcome: NonNullable<CallbackCardModel['outcome']> }) {
  const { Button } = useParts();
  return (
    <>
      <Text kind="heading">{outcome.question}</Text>
      <Row gap={2}>
        {outcome.options.map(({ value, label, icon }) => (
          <View key={value} style={styles.share}>
            <Button
              variant="secondary"
              size="sm"
              icon={icon}
              onPress={() => outcome.choose(value)}
              isDisabled={outcome.dismiss.isBusy}
            >
              {label}
            </Button>
          </View>
        ))}
      </Row>
      <ActionButton action={outcome.dismiss} variant="ghost" />
    </>
  );
}

/** A time among a few, or one of the seller's own. */
export function Retry({ retry }: { retry: RetryModel }) {
  const { Button } = useParts();
  const { question, suggestions, choose, none, other, isBusy } = retry;
  return (
    <>
      <Text kind="heading">{question}</Text>
      {suggestions.map(({ value, label }) => (
        <Button key={value} variant="secondary" size="sm" isDisabled={isBusy} onPress={() => choose(value)}>
          {label}
        </Button>
      ))}
      {other.isOpen ? (
        <OwnTime other={other} />
      ) : (
        <Button variant="secondary" size="sm" icon="clock" isDisabled={isBusy} onPress={other.open}>
          {other.label}
        </Button>
      )}
      <ActionButton action={none} variant="ghost" />
    </>
  );
}

function OwnTime({ other: { day, time, save, error } }: Pick<RetryModel, 'other'>) {
  const { Button } = useParts();
  return (
    <>
      <Select label={day.label} value={day.value} options={day.options} onChange={day.set} />
      <Select
        label={time.label}
        value={time.value}
        options={time.options}
        onChange={time.set}
        error={error}
      />
      <Button
        variant="primary"
        size="sm"
        isBusy={save.isBusy}
        isDisabled={error !== undefined}
        onPress={save.run}
      >
        {save.label}
      </Button>
    </>
  );
}

const styles = StyleSheet.create({
  // Buttons side by side share the line.
  share: { flexGrow: 1 },
});
