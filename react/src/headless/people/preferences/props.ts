/** What the notification settings take, shared by the web view and the native view. */
import type { PushWorker } from '../pushBrowser.ts';

export type PreferencesSection = 'channels' | 'push' | 'devices' | 'quietHours' | 'language' | 'requestsFrom';

export interface CallbackPreferencesProps {
  /** The service worker that shows what is pushed. Without it, and in React Native, there is no section `push`. */
  pushWorker?: PushWorker | undefined;
  /** The sections to show, in this order; all by default. */
  sections?: readonly PreferencesSection[] | undefined;
}
