import { useState } from 'react';
import { Pressable, StyleSheet, Text, View } from 'react-native';
import { MD3LightTheme, PaperProvider } from 'react-native-paper';
import { Callbacks } from './Callbacks';
import { BUYER, LISTING, SELLER } from './marketplace';
import { ListingScreen } from './screens/ListingScreen';
import { SellerDashboard } from './screens/SellerDashboard';

/** Both sides in one app: the listing as its buyer sees it, the dashboard as the seller does. */
export function App() {
  const [person, setPerson] = useState(BUYER);
  return (
    <PaperProvider theme={MD3LightTheme}>
      <View style={styles.app}>
        <View role="tablist" style={styles.tabs}>
          {[BUYER, SELLER].map((one) => (
            <Pressable key={one.id} role="tab" aria-selected={one === person} onPress={() => setPerson(one)}>
              <Text style={[styles.tab, one === person && styles.current]}>
                {one === BUYER ? 'Listing' : 'Dashboard'}
              </Text>
            </Pressable>
          ))}
        </View>
        <Callbacks key={person.id} person={person}>
          {person === BUYER ? <ListingScreen listing={LISTING} userId={person.id} /> : <SellerDashboard />}
        </Callbacks>
      </View>
    </PaperProvider>
  );
}

const styles = StyleSheet.create({
  app: { flex: 1, paddingTop: 48, backgroundColor: '#ffffff' },
  tabs: { flexDirection: 'row', gap: 24, padding: 16 },
  tab: { fontSize: 16, lineHeight: 32, color: '#545c69' },
  current: { color: '#0b5fd0', fontWeight: '600' },
});
