/** What the component of people's rights takes, shared by the web view and the native view. */

export type PrivacySection = 'consent' | 'export' | 'erasure';

/** A person's data as a file: a page to read, or JSON for other programs. */
export interface PersonalDataFile {
  /** Such as `callback-data-2026-12-01.html`. */
  name: string;
  type: 'text/html' | 'application/json';
  text: string;
}

export interface CallbackPrivacyProps {
  /** The sections to show, in this order; all by default. */
  sections?: readonly PrivacySection[] | undefined;
  /** Keeps the file that a person asked for. By default browsers download it, and React Native shares its text. */
  onSave?: ((file: PersonalDataFile) => unknown) | undefined;
}
