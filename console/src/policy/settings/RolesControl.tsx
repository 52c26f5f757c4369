/** Which value of a token's claim gives which role: one line a value. */
import { OPERATOR_ROLES } from '@ringback/client';
import { shared } from '../../texts/en.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { texts } from '../texts.ts';
import { type ControlProps, fieldProps } from './controlProps.ts';

const { setting: words } = texts;

export function RolesControl(props: ControlProps<Record<string, string>>) {
  const { value, set } = props;
  const entries = Object.entries(value);
  const change = (place: number, entry?: [string, string]) =>
    set(
      Object.fromEntries(
        entries.flatMap((each, index) => (index === place ? (entry ? [entry] : []) : [each])),
      ),
    );
  return (
    <div className="setting-roles">
      {entries.map(([key, role], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the key is what is typed
        <div key={place} className="field setting-number">
          <input
            value={key}
            autoComplete="off"
            onChange={({ target }) => change(place, [target.value, role])}
            {...fieldProps(props)}
            aria-label={words.entry(String(place + 1))}
          />
          <select
            aria-label={words.role(key)}
            value={role}
            onChange={({ target }) => change(place, [key, target.value])}
          >
            {OPERATOR_ROLES.map((each) => (
              <option key={each} value={each}>
                {shared.roles[each]}
              </option>
            ))}
          </select>
          <IconButton icon="close" label={words.remove(key)} onClick={() => change(place)} />
        </div>
      ))}
      {!('' in value) && (
        <Button icon="plus" onClick={() => set({ ...value, '': 'viewer' })}>
          {words.add}
        </Button>
      )}
    </div>
  );
}
