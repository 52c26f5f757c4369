/** The control of a setting, by the type of its value. What must hold is checked by the database. */
import { CheckField } from '../../ui/Field.tsx';
import { texts } from '../texts.ts';
import { choiceWords } from '../values.ts';
import { type ControlProps, fieldProps } from './controlProps.ts';
import { DurationControl } from './DurationControl.tsx';
import { ListControl } from './ListControl.tsx';
import { PointsControl } from './PointsControl.tsx';
import { RolesControl } from './RolesControl.tsx';

export function Control(props: ControlProps) {
  const { setting, name, value, set } = props;
  switch (setting.type) {
    case 'boolean':
      return (
        <CheckField
          isSwitch
          label={value ? texts.values.on : texts.values.off}
          aria-label={name}
          name={setting.name}
          checked={value === true}
          onChange={({ target }) => set(target.checked)}
        />
      );
    case 'integer':
      return <NumberControl {...props} step="1" />;
    case 'number':
      return <NumberControl {...props} step="any" />;
    case 'duration':
      return <DurationControl {...props} value={value as string | null} />;
    case 'list':
      return <ListControl {...props} value={value as string[] | null} />;
    case 'object': {
      const entries = { ...props, value: value as Record<string, string> };
      return setting.name === 'operator_roles' ? (
        <RolesControl {...entries} />
      ) : (
        <PointsControl {...entries} />
      );
    }
    default:
      return setting.choices ? <ChoiceControl {...props} /> : <TextControl {...props} />;
  }
}

function NumberControl({ step, ...props }: ControlProps & { step: string }) {
  const { setting, value, set } = props;
  return (
    <div className="field setting-number">
      <input
        type="number"
        inputMode={step === '1' ? 'numeric' : 'decimal'}
        step={step}
        min={setting.min as number}
        max={setting.max as number}
        placeholder={setting.nullable ? texts.values.none : undefined}
        value={(value as number | null) ?? ''}
        onChange={({ target }) => set(target.value === '' ? null : Number(target.value))}
        {...fieldProps(props)}
      />
      {setting.unit === 'per_day' && <span className="quiet">{texts.setting.perDay}</span>}
    </div>
  );
}

/** One of the values that the database names. */
function ChoiceControl(props: ControlProps) {
  const { setting, value, set } = props;
  return (
    <div className="field">
      <select
        value={(value as string | null) ?? ''}
        onChange={({ target }) => set(target.value === '' ? null : target.value)}
        {...fieldProps(props)}
      >
        {setting.nullable && <option value="">{texts.values.none}</option>}
        {setting.choices?.map((choice) => (
          <option key={choice} value={choice}>
            {choiceWords(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Empty is no value, where there may be none. */
function TextControl(props: ControlProps) {
  const { setting, value, set } = props;
  const field = {
    ...fieldProps(props),
    value: (value as string | null) ?? '',
    placeholder: setting.nullable ? texts.values.none : undefined,
    autoComplete: 'off',
    maxLength: typeof setting.max === 'number' ? setting.max : 2000,
    onChange: ({ target }: { target: { value: string } }) =>
      set(target.value === '' && setting.nullable ? null : target.value),
  };
  return (
    <div className="field">
      {setting.type === 'lines' ? <textarea rows={4} {...field} /> : <input {...field} />}
    </div>
  );
}
