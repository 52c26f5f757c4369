/** Turns new requests off, or changes the notice of what is off. */
import type { Switch, Switches } from '@ringback/client';
import { useId, useState } from 'react';
import { useClient } from '../../app/client.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx';
import { Form } from '../../ui/Form.tsx';
import { format } from '../../ui/format.ts';
import { switchName } from '../names.ts';
import { useReload } from '../queries.ts';
import { texts } from '../texts.ts';
import type { SwitchKind } from './TurnOn.tsx';

const { switches: words } = texts;

interface TurnOffProps {
  /** Without a value, one is chosen here. */
  item: Pick<Switch, 'kind' | 'value' | 'notice'>;
  switches: Switches;
  onClose: () => void;
}

export function TurnOff({ item, switches, onClose }: TurnOffProps) {
  const client = useClient();
  const reload = useReload();
  const isEverything = item.kind === 'everything';
  return (
    <Dialog title={titleOf(item)} onClose={onClose}>
      <Form
        act={words.turnOff}
        isDanger={isEverything}
        onCancel={onClose}
        onDone={onClose}
        send={async ({ kind = item.kind, value = item.value, notice = '' }) => {
          await client.setSwitch(kind as SwitchKind, value, { off: true, notice: notice || null });
          await reload();
        }}
      >
        {item.value === '' && <Choice switches={switches} />}
        <TextArea
          name="notice"
          label={words.notice}
          hint={words.noticeHint}
          isOptional
          maxLength={300}
          dir="auto"
          defaultValue={item.notice ?? ''}
        />
      </Form>
    </Dialog>
  );
}

function titleOf({ kind, value }: TurnOffProps['item']): string {
  if (kind === 'everything') return words.confirmTitle;
  return value === '' ? words.addTitle : switchName(kind, value);
}

/** The marketplace's categories and countries are suggestions: one that is rare may be typed. */
function Choice({ switches }: { switches: Switches }) {
  const [kind, setKind] = useState('category');
  const suggestionsId = useId();
  const isCountry = kind === 'country';
  const suggestions = isCountry ? switches.countries : switches.categories;
  return (
    <>
      <SelectField
        name="kind"
        label={words.kind}
        value={kind}
        onChange={({ target }) => setKind(target.value)}
        options={[
          { value: 'category', label: words.category },
          { value: 'country', label: words.country },
        ]}
      />
      <TextField
        key={kind}
        name="value"
        label={isCountry ? words.country : words.category}
        {...(isCountry && { hint: words.countryHint, pattern: '[A-Z]{2}' })}
        required
        maxLength={100}
        list={suggestionsId}
      />
      <datalist id={suggestionsId}>
        {suggestions.map(({ value, listings }) => (
          <option key={value} value={value}>
            {words.suggestion(isCountry ? format.country(value) : value, format.number(listings))}
          </option>
        ))}
      </datalist>
    </>
  );
}
