import { useId } from 'react';
import type { TabsModel } from '../../headless/ui/parts.ts';

/** One choice among a few, side by side; the arrow keys move in it, and a row that is too wide scrolls. */
export function Tabs<Value extends string>({ label, tabs, value, choose }: TabsModel<Value>) {
  const group = useId();
  return (
    <fieldset className="cb-tabs">
      <legend className="cb-visually-hidden">{label}</legend>
      {tabs.map((tab) => (
        <label key={tab.value} className="cb-tab">
          <input type="radio" name={group} checked={tab.value === value} onChange={() => choose(tab.value)} />
          <span>
            {tab.label} {tab.count !== undefined && <span className="cb-tab-count">{tab.count}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
