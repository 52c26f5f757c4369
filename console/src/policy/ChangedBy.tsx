/** Who changed something: an operator, or a role of the database. */
import type { PolicyChange } from '@ringback/client';
import { texts } from './texts.ts';

export function ChangedBy({ by }: { by: PolicyChange['changed_by'] }) {
  const words = by.operator_id === null ? texts.setting.bySql : texts.setting.by;
  return <>{words(by.name)}</>;
}
