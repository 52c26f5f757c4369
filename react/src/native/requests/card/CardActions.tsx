/** The lower part of a card: what the seller can do. */
import { useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { sellerWords } from '../../../headless/messages/en/seller.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import type { Action } from '../../../headless/ui/parts.ts';
import type { ButtonSlotProps } from '../../../headless/ui/slots.ts';
import { useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { Text } from '../../ui/Text.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useParts } from '../../ui/useParts.ts';
import { dial } from './dial.ts';

interface CardProps {
  model: CallbackCardModel;
}

export function CardActions({ model }: CardProps) {
  const { call, outcome, declining, acknowledge, complete, decline } = model;
  return (
    <Column gap={3}>
      {call && <Call call={call} />}
      {outcome && <Outcome outcome={outcome} />}
      {declining && <Declining declining={declining} />}
      <Row gap={2}>
        <ActionButton action={acknowledge} variant="secondary" icon="check" />
        <ActionButton action={complete} variant="secondary" icon="check-circle" />
        <ActionButton action={decline} variant="ghost" />
      </Row>
    </Column>
  );
}

type ActionButtonProps = Pick<ButtonSlotProps, 'variant' | 'icon'> & { action: Action | undefined };

function ActionButton({ action, ...look }: ActionButtonProps) {
  const { Button } = useParts();
  if (!action) return null;
  return (
    <View style={styles.share}>
      <Button {...look} size="sm" onPress={action.run} isBusy={action.isBusy}>
        {action.label}
      </Button>
    </View>
  );
}

function Call({ call }: { call: NonNullable<CallbackCardModel['call']> }) {
  const { Button } = useParts();
  const words = useWords(sellerWords).card;
  const [isRefused, setRefused] = useState(false);
  const press = async () => {
    // First, because the telephone may push the app out of memory.
    call.start();
    setRefused(!(await dial(call.href)));
  };
  return (
    <Column gap={1.5}>
      <Button variant="primary" size="lg" icon="phone-call" onPress={press}>
        {call.label}
      </Button>
      <Text kind="note" accessible selectable style={styles.number}>
        {call.number}
      </Text>
      <Status tone="danger" icon="alert" text={isRefused ? words.cannotDial(call.number) : undefined} />
    </Column>
  );
}

function Outcome({ outcome }: { outcome: NonNullable<CallbackCardModel['outcome']> }) {
  const { Button } = useParts();
  const { colors, radius, space } = useLook();
  return (
    <Column gap={3} style={{ backgroundColor: colors.surface, borderRadius: radius, padding: space(3) }}>
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
    </Column>
  );
}

function Declining({ declining }: { declining: NonNullable<CallbackCardModel['declining']> }) {
  const { label, hint, error, reason, setReason, confirm, cancel } = declining;
  return (
    <Column gap={3}>
      <TextField multiline label={label} hint={hint} error={error} value={reason} onChangeText={setReason} />
      <Row gap={2}>
        <ActionButton action={confirm} variant="danger" />
        <ActionButton action={cancel} variant="ghost" />
      </Row>
    </Column>
  );
}

const styles = StyleSheet.create({
  // Buttons side by side share the line.
  share: { flexGrow: 1 },
  number: { textAlign: 'center', writingDirection: 'ltr' },
});
