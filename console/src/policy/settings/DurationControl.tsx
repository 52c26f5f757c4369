/** A duration: a count and its unit; where there may be none, a box that says whether there is one. */
import { CheckField } from '../../ui/Field.tsx';
import { readDuration, UNITS, type Unit, writeDuration } from '../durations.ts';
import { texts } from '../texts.ts';
import { type ControlProps, fieldProps } from './controlProps.ts';

const { setting: words } = texts;
const FALLBACK = 'PT24H';

export function DurationControl(props: ControlProps<string | null>) {
  const { setting, name, value, set } = props;
  return (
    <>
      {setting.nullable && (
        <CheckField
          label={words.use}
          aria-label={`${name}: ${words.use}`}
          checked={value !== null}
          onChange={({ target }) => set(target.checked ? (setting.default ?? FALLBACK) : null)}
        />
      )}
      {value !== null && <CountAndUnit {...props} value={value} />}
    </>
  );
}

function CountAndUnit(props: ControlProps<string>) {
  const { name, value, set } = props;
  const duration = readDuration(value);
  if (!duration) {
    return (
      <div className="field">
        <input value={value} onChange={({ target }) => set(target.value)} {...fieldProps(props)} />
      </div>
    );
  }
  return (
    <div className="field setting-number">
      <input
        type="number"
        inputMode="numeric"
        min="0"
        step="1"
        value={duration.count}
        onChange={({ target }) =>
          set(writeDuration({ ...duration, count: Math.max(0, Math.trunc(Number(target.value))) }))
        }
        {...fieldProps(props)}
      />
      <select
        aria-label={words.unit(name)}
        value={duration.unit}
        onChange={({ target }) => set(writeDuration({ ...duration, unit: target.value as Unit }))}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {texts.units[unit]}
          </option>
        ))}
      </select>
    </div>
  );
}
