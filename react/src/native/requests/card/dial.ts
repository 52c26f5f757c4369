/** Hands over to the telephone. */
import { Linking } from 'react-native';

/** Opens a `tel:` address; false where the device has no telephone, as tablets and simulators. */
export async function dial(href: string): Promise<boolean> {
  try {
    await Linking.openURL(href);
    return true;
  } catch {
    return false;
  }
}
