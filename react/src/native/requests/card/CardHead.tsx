/** The upper part of a card: the buyer, the urgency, and the listing. */
import { Image, StyleSheet, View } from 'react-native';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';
import { Listing } from '../Listing.tsx';

export function CardHead({ model }: { model: CallbackCardModel }) {
  return (
    <Column gap={3}>
      <Row gap={3} style={styles.line}>
        <Avatar {...model.buyer} />
        <View style={styles.grow}>
          <Text kind="heading">{model.buyer.name}</Text>
          <Text kind="note">{model.requestedAt}</Text>
        </View>
      </Row>
      <Row gap={2}>
        <Badge {...model.status} />
        {model.marks.map((mark) => (
          <Badge key={mark.label} {...mark} />
        ))}
        {model.priority && <Badge {...model.priority} />}
        {model.expiry?.isSoon && <Badge {...model.expiry} />}
      </Row>
      <Listing {...model.listing} />
    </Column>
  );
}

/** The initials lie below the picture, for as long as it loads and where it is gone. */
function Avatar({ initials, avatarUrl }: CallbackCardModel['buyer']) {
  const { colors } = useLook();
  return (
    <View
      aria-hidden
      style={[styles.avatar, { backgroundColor: colors.surface, borderColor: colors.border }]}
    >
      <Text kind="label" color={colors.textMuted}>
        {initials}
      </Text>
      {avatarUrl !== undefined && <Image source={{ uri: avatarUrl }} style={styles.photo} />}
    </View>
  );
}

const styles = StyleSheet.create({
  line: { flexWrap: 'nowrap', alignItems: 'center' },
  grow: { flex: 1 },
  avatar: {
    width: 44,
    height: 44,
    borderRadius: 22,
    borderWidth: 1,
    overflow: 'hidden',
    alignItems: 'center',
    justifyContent: 'center',
  },
  photo: { position: 'absolute', top: 0, left: 0, width: '100%', height: '100%' },
});
