/** The lower part of a card: what the seller can do. */
import { useState } from 'react';
import { StyleSheet } from 'react-native';
import { sellerWords } from '../../../headless/messages/en/seller.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { Text } from '../../ui/Text.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { useParts } from '../../ui/useParts.ts';
import { dial } from './dial.ts';
import { Outcome } from './Outcome.tsx';

interface CardProps {
  model: CallbackCardModel;
}

export function CardActions({ model }: CardProps) {
  const { call, outcome, declining, acknowledge, complete, decline, report } = model;
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
      {report && <Report report={report} />}
    </Column>
  );
}

function Report({ report: { label, actions } }: { report: NonNullable<CallbackCardModel['report']> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure label={label} summary="" isOpen={isOpen} setOpen={setOpen}>
      <Row gap={2}>
        {actions.map((action) => (
          <ActionButton key={action.label} action={action} variant="outline" />
        ))}
      </Row>
    </Disclosure>
  );
}

function Call({ call }: { call: NonNullable<CallbackCardModel['call']> }) {
  const { Button } = useParts();
  const words = useWords(sellerWords).card;
  const { caution } = call;
  useAnnouncement(caution?.isShown ? caution.text : undefined);
  const [isRefused, setRefused] = useState(false);
  const press = async () => {
    const href = call.href ?? (await call.reveal());
    if (href === undefined) return;
    // First, because the telephone may push the app out of memory.
    call.start();
    setRefused(!(await dial(href)));
  };
  return (
    <Column gap={1.5}>
      {caution?.isShown && <StatusLine tone="warning" icon="clock" text={caution.text} />}
      <Button
        variant="primary"
        size="lg"
        icon="phone-call"
        isBusy={call.isRevealing}
        onPress={caution && !caution.isShown ? caution.show : press}
      >
        {caution?.isShown ? words.callAnyway : call.label}
      </Button>
      <Text kind="note" accessible selectable style={styles.number}>
        {call.number}
      </Text>
      <Status tone="danger" icon="alert" text={isRefused ? words.cannotDial(call.number) : undefined} />
    </Column>
  );
}

function Declining({ declining }: { declining: NonNullable<CallbackCardModel['declining']> }) {
  const { label, hint, error, reason, setReason, suggestions, suggest, confirm, cancel } = declining;
  return (
    <Column gap={3}>
      <TextField multiline label={label} hint={hint} error={error} value={reason} onChangeText={setReason} />
      <Row gap={2}>
        {suggestions.map((text) => (
          <ActionButton
            key={text}
            action={{ label: text, run: () => suggest(text), isBusy: false }}
            variant="outline"
          />
        ))}
      </Row>
      <Row gap={2}>
        <ActionButton action={confirm} variant="danger" />
        <ActionButton action={cancel} variant="ghost" />
      </Row>
    </Column>
  );
}

const styles = StyleSheet.create({
  number: { textAlign: 'center', writingDirection: 'ltr' },
});
