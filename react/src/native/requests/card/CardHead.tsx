/** The upper part of a card: who asks, how urgent it is, and about which listing. */
import { Image, StyleSheet, View } from 'react-native';
import type { CallbackCardModel } from '../../../headless/requests/card/cardModel.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useLook } from '../../ui/look.ts';
import { Column, Row } from '../../ui/Stack.tsx';
import { Text } from '../../ui/Text.tsx';

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

function Listing({ title, price, imageUrl }: CallbackCardModel['listing']) {
  const { colors, radius, space } = useLook();
  return (
    <Row
      gap={3}
      style={[styles.line, { backgroundColor: colors.surface, borderRadius: radius, padding: space(2) }]}
    >
      {imageUrl !== undefined && (
        <Image
          aria-hidden
          source={{ uri: imageUrl }}
          style={[styles.thumbnail, { borderRadius: radius / 2 }]}
        />
      )}
      <View accessible style={styles.grow}>
        <Text kind="label">{title}</Text>
        {price !== undefined && <Text kind="note">{price}</Text>}
      </View>
    </Row>
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
  thumbnail: { width: 48, height: 48 },
});
