/** The audit's columns: on the screen in words, in a file with the API's names too. */
import type { AuditEntry } from '@ringback/client';
import type { ReactNode } from 'react';
import { Json } from '../ui/Json.tsx';
import { TargetLink } from '../ui/TargetLink.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { sentenceOf, subjectLabel } from './sentence.ts';
import { texts } from './texts.ts';

const nameOf = ({ operator_name, operator_subject }: AuditEntry) => operator_name ?? operator_subject;

export const auditColumns: Column<AuditEntry>[] = [
  {
    ...{ id: 'what', label: texts.action, isTitle: true },
    cell: (entry) => <span dir="auto">{sentenceOf(entry)}</span>,
    csv: sentenceOf,
  },
  {
    ...{ id: 'operator', label: texts.operator },
    cell: (entry) => (
      <TargetLink to="/audit" search={{ operator: entry.operator_id }}>
        <bdi>{nameOf(entry)}</bdi>
      </TargetLink>
    ),
    csv: nameOf,
  },
  { id: 'about', label: texts.subject, cell: (entry) => <Subject entry={entry} /> },
  { id: 'at', label: texts.at, cell: ({ at }) => <Time at={at} />, csv: ({ at }) => at },
  {
    ...{ id: 'data', label: texts.data, isExtra: true },
    cell: ({ data }) => Object.keys(data).length > 0 && <Json label={texts.details} data={data} />,
    csv: ({ data }) => JSON.stringify(data),
  },
  { id: 'id', label: texts.id, isExtra: true, cell: ({ id }) => id, csv: ({ id }) => id },
  ...(['operator_id', 'action', 'subject_kind', 'subject_id'] as const).map(
    (name): Column<AuditEntry> => ({
      ...{ id: name, label: texts.codes[name], isExtra: true },
      cell: (entry) => entry[name],
      csv: (entry) => entry[name],
    }),
  ),
];

/** Where an entry's subject has a page of its own. */
const PAGES: Record<
  string,
  (id: string) => { to: string; params?: Record<string, string>; search?: Record<string, string> }
> = {
  callback_request: (id) => ({ to: '/requests/$id', params: { id } }),
  delivery: (id) => ({ to: '/deliveries', search: { tab: 'list', id } }),
  policy_change: () => ({ to: '/policy' }),
  operator: (id) => ({ to: '/audit', search: { operator: id } }),
  consent: () => ({ to: '/privacy' }),
  person: (id) => (isErased(id) ? inAudit(id) : { to: '/people/$id', params: { id } }),
};

/** Who was erased is a hash. */
const isErased = (personId: string) => /^[0-9a-f]{64}$/.test(personId);
const inAudit = (id: string) => ({ to: '/audit', search: { search: id } });

/** What was done to it is one press away; what has no page has its history here. */
function Subject({ entry: { subject_kind, subject_id } }: { entry: AuditEntry }): ReactNode {
  const label = subjectLabel(subject_kind);
  const target = PAGES[subject_kind]?.(subject_id) ?? inAudit(subject_id);
  return <TargetLink {...target}>{label}</TargetLink>;
}
