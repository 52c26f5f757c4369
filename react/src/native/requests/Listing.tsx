/** What a request is about. */
import { Image, StyleSheet, View } from 'react-native';
import type { ListingModel } from '../../headless/requests/details.ts';
import { Link } from '../ui/Link.tsx';
import { useLook } from '../ui/look.ts';
import { Row } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';

export function Listing({ title, price, imageUrl, href }: ListingModel) {
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
      <View accessible={href === undefined} style={styles.grow}>
        {href === undefined ? <Text kind="label">{title}</Text> : <Link href={href}>{title}</Link>}
        {price !== undefined && <Text kind="note">{price}</Text>}
      </View>
    </Row>
  );
}

const styles = StyleSheet.create({
  line: { flexWrap: 'nowrap', alignItems: 'center' },
  grow: { flex: 1 },
  thumbnail: { width: 48, height: 48 },
});
