/** Who gets a request. */
import { Image, StyleSheet, View } from 'react-native';
import type { Badge as BadgeModel } from '../../headless/ui/parts.ts';
import { Badge } from '../ui/Badge.tsx';
import { Row } from '../ui/Stack.tsx';
import { Text } from '../ui/Text.tsx';

interface SellerProps {
  name: string;
  avatarUrl: string | undefined;
  verified?: BadgeModel | undefined;
  /** "Usually answers within 2 hours". */
  usual?: string | undefined;
}

export function Seller({ name, avatarUrl, verified, usual }: SellerProps) {
  return (
    <Row gap={3} style={styles.line}>
      {avatarUrl !== undefined && <Image aria-hidden source={{ uri: avatarUrl }} style={styles.photo} />}
      <View style={styles.grow}>
        <Row gap={2} style={styles.name}>
          <Text kind="label" accessible>
            {name}
          </Text>
          {verified && <Badge {...verified} />}
        </Row>
        {usual !== undefined && (
          <Text kind="note" accessible>
            {usual}
          </Text>
        )}
      </View>
    </Row>
  );
}

const styles = StyleSheet.create({
  line: { flexWrap: 'nowrap', alignItems: 'center' },
  name: { alignItems: 'center' },
  grow: { flex: 1 },
  photo: { width: 40, height: 40, borderRadius: 20 },
});
