/** What the control of a setting is given, and what its fields have in common. */
import type { Setting, SettingValue } from '@ringback/client';

export interface ControlProps<Value extends SettingValue = SettingValue> {
  setting: Setting;
  /** For people. */
  name: string;
  value: Value;
  set: (value: SettingValue) => void;
  /** The id of its rule. */
  describedBy: string;
  isInvalid: boolean;
}

/** What every field of a setting has. */
export const fieldProps = ({ setting, name, describedBy, isInvalid }: ControlProps) => ({
  name: setting.name,
  'aria-label': name,
  'aria-describedby': describedBy,
  'aria-invalid': isInvalid,
});
