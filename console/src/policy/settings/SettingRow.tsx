/** One setting: what it means, its value to be changed, its default, and who changed it last. */
import type { Setting, SettingValue } from '@ringback/client';
import { useEffect, useId, useRef } from 'react';
import { useCan } from '../../app/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { TargetLink } from '../../ui/TargetLink.tsx';
import { Time } from '../../ui/Time.tsx';
import { ChangedBy } from '../ChangedBy.tsx';
import { nameOf } from '../names.ts';
import { texts } from '../texts.ts';
import { isSame, valueWords } from '../values.ts';
import { Control } from './Control.tsx';

const { setting: words } = texts;

interface SettingRowProps {
  setting: Setting;
  /** As it is in the draft. */
  value: SettingValue;
  set: (value: SettingValue) => void;
  error: string | undefined;
}

export function SettingRow({ setting, value, set, error }: SettingRowProps) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  const canChange = useCan('admin') && !setting.hidden;
  const isChanged = !isSame(value, setting.value);
  const name = nameOf(setting.name);
  useEffect(() => {
    if (error) row.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [error]);
  return (
    <div ref={row} className="setting" data-changed={isChanged || undefined}>
      <div>
        <h3 id={id}>{name}</h3>
        <p className="setting-meaning" id={`${id}-meaning`}>
          {setting.meaning}
        </p>
        <LastChange setting={setting} />
      </div>
      <div className="setting-value">
        {canChange ? (
          <Control
            setting={setting}
            name={name}
            value={value}
            set={set}
            describedBy={`${id}-rule`}
            isInvalid={!!error}
          />
        ) : (
          <p className="setting-words">{setting.hidden ? texts.values.hidden : valueWords(value, setting)}</p>
        )}
        {canChange && (
          <p className={error ? 'field-error' : 'field-hint'} id={`${id}-rule`}>
            {error ?? setting.rule}
          </p>
        )}
        {!setting.hidden && (
          <Default setting={setting} name={name} value={value} set={canChange ? set : undefined} />
        )}
      </div>
    </div>
  );
}

function LastChange({ setting: { name, changed_at, changed_by } }: { setting: Setting }) {
  if (!changed_at || !changed_by) return null;
  return (
    <p className="setting-change">
      <TargetLink to="/policy" search={{ tab: 'history', setting: name }}>
        {words.history}
      </TargetLink>{' '}
      <Time at={changed_at} /> <ChangedBy by={changed_by} />
    </p>
  );
}

interface DefaultProps extends Pick<SettingRowProps, 'setting' | 'value'> {
  name: string;
  set: SettingRowProps['set'] | undefined;
}

function Default({ setting, name, value, set }: DefaultProps) {
  return (
    <p className="setting-default">
      {words.default(valueWords(setting.default, setting))}
      {set && !isSame(value, setting.default) && (
        <Button look="quiet" aria-label={words.reset(name)} onClick={() => set(setting.default)}>
          {words.resetShort}
        </Button>
      )}
    </p>
  );
}
