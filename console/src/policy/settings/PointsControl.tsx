/** Points by the name of a signal, one line each; what is not listed keeps the points of its rule. */
import { Button, IconButton } from '../../ui/Button.tsx';
import { texts } from '../texts.ts';
import { type ControlProps, fieldProps } from './controlProps.ts';

const { setting: words } = texts;

export function PointsControl(props: ControlProps<Record<string, string>>) {
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
      {entries.map(([signal, points], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the key is what is typed
        <div key={place} className="field setting-number">
          <input
            value={signal}
            autoComplete="off"
            onChange={({ target }) => change(place, [target.value, points])}
            {...fieldProps(props)}
            aria-label={words.signal(String(place + 1))}
          />
          <input
            type="number"
            step="1"
            aria-label={words.points(signal)}
            value={points}
            onChange={({ target }) => change(place, [signal, target.value])}
          />
          <IconButton icon="close" label={words.remove(signal)} onClick={() => change(place)} />
        </div>
      ))}
      {!('' in value) && (
        <Button icon="plus" onClick={() => set({ ...value, '': '0' })}>
          {words.addSignal}
        </Button>
      )}
    </div>
  );
}
