/** A request in the seller's inbox. */
import { StyleSheet, View } from 'react-native';
import { useCallbackCard } from '../../../headless/index.ts';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import type { CallbackRequestCardProps } from '../../../headless/requests/props.ts';
import { DetailList } from '../../ui/DetailList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TONE_COLORS, useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Status } from '../../ui/Status.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { Text } from '../../ui/Text.tsx';
import { UndoRow } from '../../ui/UndoRow.tsx';
import { useAnnouncement } from '../../ui/useAnnouncement.ts';
import { Attempts } from '../Attempts.tsx';
import { CardActions } from './CardActions.tsx';
import { CardHead } from './CardHead.tsx';

/** The buyer and the listing, with one tap to call, and what the seller can do. */
export function CallbackRequestCard(props: CallbackRequestCardProps) {
  return <CallbackRequestCardView model={useCallbackCard(props)} />;
}

/** Draws a model of the card. */
export function CallbackRequestCardView({ model }: { model: CallbackCardModel }) {
  const { colors, radius, space } = useLook();
  useAnnouncement(model.announcement?.message);
  const { attention } = model;
  const paint = { backgroundColor: colors.background, borderColor: colors.border, borderRadius: radius };
  const edge = attention && { borderColor: colors[TONE_COLORS[attention]], borderWidth: 2 };
  return (
    <View style={[styles.card, paint, edge, { padding: space(4), gap: space(3) }]}>
      <CardHead model={model} />
      <CardDetails model={model} />
      <Status tone="danger" icon="alert" text={model.error} />
      <CardActions model={model} />
    </View>
  );
}

function CardDetails({ model }: { model: CallbackCardModel }) {
  return (
    <Column gap={2}>
      <DetailList details={model.details} />
      <Attempts attempts={model.attempts} />
      <Expiry expiry={model.expiry} />
      {model.ending !== undefined && !model.undo && <Text accessible>{model.ending}</Text>}
      {model.confirmation && <StatusLine {...model.confirmation} text={model.confirmation.label} />}
      {model.undo && <UndoRow {...model.undo} />}
    </Column>
  );
}

/** In its last day a badge shows it. */
function Expiry({ expiry }: Pick<CallbackCardModel, 'expiry'>) {
  const { colors } = useLook();
  if (!expiry || expiry.isSoon) return null;
  return (
    <Row gap={1.5} style={styles.expiry}>
      <Icon name={expiry.icon} size={16} color={colors.textMuted} />
      <Text kind="note" accessible>
        {expiry.label}
      </Text>
    </Row>
  );
}

const styles = StyleSheet.create({
  card: { borderWidth: 1 },
  expiry: { alignItems: 'center' },
});
