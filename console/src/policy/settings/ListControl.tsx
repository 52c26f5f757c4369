/** A list: a box for each choice where they are known, else one field with commas. */
import { useState } from 'react';
import { shared } from '../../texts/en.ts';
import { CheckField } from '../../ui/Field.tsx';
import { texts } from '../texts.ts';
import { type ControlProps, fieldProps } from './controlProps.ts';

type ListProps = ControlProps<string[] | null>;

export function ListControl(props: ListProps) {
  return props.setting.choices ? <Choices {...props} /> : <Commas {...props} />;
}

function Choices({ setting, name, value, set }: ListProps) {
  const chosen = value ?? [];
  return (
    <fieldset className="setting-choices">
      <legend className="visually-hidden">{name}</legend>
      {setting.choices?.map((choice) => (
        <CheckField
          key={choice}
          label={(shared.channels as Record<string, string>)[choice] ?? choice}
          checked={chosen.includes(choice)}
          onChange={({ target }) =>
            set(target.checked ? [...chosen, choice] : chosen.filter((each) => each !== choice))
          }
        />
      ))}
    </fieldset>
  );
}

/** Keeps what is typed, so that a comma at the end does not go away. */
function Commas(props: ListProps) {
  const { setting, value, set } = props;
  const [typed, setTyped] = useState((value ?? []).join(', '));
  const shown = sameList(entriesOf(typed), value ?? []) ? typed : (value ?? []).join(', ');
  return (
    <div className="field">
      <input
        value={shown}
        autoComplete="off"
        placeholder={setting.nullable ? texts.values.none : texts.values.nothing}
        onChange={({ target }) => {
          const entries = entriesOf(target.value);
          setTyped(target.value);
          set(entries.length === 0 && setting.nullable ? null : entries);
        }}
        {...fieldProps(props)}
      />
      <p className="field-hint">{texts.setting.list}</p>
    </div>
  );
}

const entriesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((entry) => entry !== '');

const sameList = (one: string[], other: string[]) => one.join(',') === other.join(',');
