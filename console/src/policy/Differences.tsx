/** What a change changes: before and after, line by line. */
import type { Setting } from '@ringback/client';
import { nameOf } from './names.ts';
import { texts } from './texts.ts';
import { type Difference, sideWords } from './values.ts';

interface DifferencesProps {
  differences: readonly Difference[];
  /** Of the policy, for the types of values. */
  settings: readonly Setting[];
}

export function Differences({ differences, settings }: DifferencesProps) {
  return (
    <ul className="differences">
      {differences.map((each) => (
        <li key={each.setting}>
          <strong>{nameOf(each.setting)}</strong>
          <span className="difference">
            <del>{sideWords(each, each.old, settings)}</del>
            <span className="visually-hidden"> {texts.history.arrow} </span>
            <ins>{sideWords(each, each.new, settings)}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
