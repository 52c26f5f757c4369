/** How the columns and statuses of an older callback table become Ringback's: proposed here, kept as JSON, read back after a person looked. */
import type { Executor } from '../connect.ts';
import { HostError } from './error.ts';

export type ImportMapping = {
  /** The older table, written schema.table. */
  table: string;
  /** Ringback's column → the older one, or null when there is none. */
  columns: Partial<Record<Target, string | null>>;
  /** The older status, in lower case ('' for none) → pending, acknowledged, completed, expired, cancelled_by_seller, cancelled_by_buyer, or skip. */
  statuses: Record<string, string>;
};

/** Ringback's columns: the type that an import reads, the kinds of column that fit, and the names that older tables use. */
export const COLUMNS = {
  id: column('text', 'uuid,number,text', 'id,request_id,uuid'),
  requester_id: column(
    'text',
    'uuid,number,text',
    'requester_id,buyer_id,customer_id,from_user_id,requested_by,user_id,caller_id,profile_id',
  ),
  seller_id: column(
    'text',
    'uuid,number,text',
    'seller_id,vendor_id,owner_id,to_user_id,recipient_id,merchant_id,agent_id',
  ),
  listing_id: column(
    'text',
    'uuid,number,text',
    'listing_id,product_id,item_id,ad_id,post_id,property_id,vehicle_id,offer_id',
  ),
  status: column('text', 'text,enum', 'status,state,request_status'),
  priority: column('text', 'text,enum', 'priority,urgency'),
  requester_phone: column(
    'text',
    'text',
    'requester_phone,phone,phone_number,buyer_phone,callback_phone,contact_phone,mobile',
  ),
  requester_name: column('text', 'text', 'requester_name,name,full_name,buyer_name,contact_name'),
  preferred_time: column('text', 'text', 'preferred_time,best_time,time_slot,call_time'),
  preferred_days: column('text[]', 'texts,text', 'preferred_days,days'),
  message: column('text', 'text', 'message,note,notes,comment,comments,body'),
  callback_reason: column('text', 'text,enum', 'callback_reason,reason,topic'),
  cancel_reason: column('text', 'text', 'cancel_reason,cancellation_reason,decline_reason,rejection_reason'),
  requested_at: column('timestamptz', 'time', 'requested_at,created_at,inserted_at,created_on,date'),
  acknowledged_at: column(
    'timestamptz',
    'time',
    'acknowledged_at,accepted_at,responded_at,confirmed_at,seen_at',
  ),
  completed_at: column('timestamptz', 'time', 'completed_at,done_at,called_at,closed_at,resolved_at'),
  cancelled_at: column(
    'timestamptz',
    'time',
    'cancelled_at,canceled_at,declined_at,rejected_at,withdrawn_at',
  ),
  expires_at: column('timestamptz', 'time', 'expires_at,valid_until,expiry'),
  updated_at: column('timestamptz', 'time', 'updated_at,modified_at,changed_at'),
} as const;

export type Target = keyof typeof COLUMNS;
export const TARGETS = Object.keys(COLUMNS) as Target[];

const STATUSES = {
  pending: ',new,open,pending,waiting,requested,created,unread',
  acknowledged: 'acknowledged,accepted,confirmed,seen,in_progress,scheduled,assigned',
  completed: 'completed,complete,done,called,closed,resolved,finished,answered',
  cancelled_by_seller: 'cancelled,canceled,rejected,declined,refused,dismissed',
  cancelled_by_buyer: 'withdrawn,retracted',
  expired: 'expired,timed_out,missed,overdue',
};

function column(type: string, kinds: string, words: string) {
  return { type, kinds: kinds.split(','), words: words.split(',') };
}

/**
 * Proposes a mapping from names; a status that no name explains is proposed as skip.
 * @throws HostError when there is no such table or Ringback is not installed
 */
export async function proposeMapping(sql: Executor, name: string): Promise<ImportMapping> {
  const table = await findTable(sql, name);
  const rows = await sql<{ target: Target; column: string | null; values: string[] | null }[]>`
    select w.key as target, p.picked ->> 'column' as column,
      case when w.key = 'status' and p.picked is not null then pg_temp.host_values(p.picked) end as values
    from jsonb_each(${sql.json(COLUMNS)}::jsonb) w
    cross join lateral (select pg_temp.host_pick(pg_temp.host_columns(to_regclass(${table}), 't'),
      array(select jsonb_array_elements_text(w.value -> 'kinds')), array(select jsonb_array_elements_text(w.value -> 'words'))) as picked) p`;
  const found = new Map(rows.map((row) => [row.target, row]));
  return {
    table,
    columns: Object.fromEntries(TARGETS.map((target) => [target, found.get(target)?.column ?? null])),
    statuses: proposeStatuses(found.get('status')?.values ?? Object.values(STATUSES).join(',').split(',')),
  };
}

/** The table's full name. @throws HostError when it cannot be imported from */
export async function findTable(sql: Executor, name: string): Promise<string> {
  const [installed] = await sql`select where to_regclass('callback_private.host_profiles') is not null
    and to_regclass('callback_private.migrations') is not null`;
  if (!installed)
    throw new HostError('Ringback is not installed in this database; run `ringback migrate` first.');
  const [source] = await sql<{ table: string; is_ours: boolean }[]>`
    select format('%I.%I', n.nspname, c.relname) as table, c.oid = to_regclass('public.callback_requests') as is_ours
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass(${name})`;
  if (!source) throw new HostError(`There is no table ${name}; write it as schema.table.`);
  if (source.is_ours) throw new HostError(`${name} is Ringback's own table; name the older one.`);
  return source.table;
}

function proposeStatuses(values: string[]): Record<string, string> {
  const known = Object.entries(STATUSES).flatMap(([status, words]) =>
    words.split(',').map((word) => [word, status] as const),
  );
  const lookup = new Map(known);
  const named = ['', ...values.map((value) => value.trim().toLowerCase())];
  return Object.fromEntries(named.map((value) => [value, lookup.get(value.replace(/[ -]/g, '_')) ?? 'skip']));
}

/** Reads a mapping that a person may have edited. @throws HostError that says what is wrong with it */
export function parseMapping(text: string): ImportMapping {
  const mapping = parseJson(text) as ImportMapping;
  const problem =
    (!isRecord(mapping) && 'it must be an object') ||
    (typeof mapping.table !== 'string' && 'table must be the name of the older table') ||
    (!isRecord(mapping.columns) && "columns must map Ringback's columns to the older ones") ||
    (!isRecord(mapping.statuses) && "statuses must map the older statuses to Ringback's") ||
    unknownKey(mapping.columns) ||
    unknownStatus(mapping.statuses);
  if (problem) throw new HostError(`The mapping is not right: ${problem}.`);
  return mapping;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HostError(`The mapping is not JSON: ${(error as Error).message}.`);
  }
}

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function unknownKey(columns: object): string | undefined {
  const key = Object.keys(columns).find((name) => !Object.hasOwn(COLUMNS, name));
  return key && `columns.${key} is no column of an import; there are ${TARGETS.join(', ')}`;
}

function unknownStatus(statuses: Record<string, string>): string | undefined {
  const known = [...Object.keys(STATUSES), 'skip'];
  const wrong = Object.entries(statuses).find(([, status]) => !known.includes(status));
  return wrong && `statuses."${wrong[0]}" must be one of ${known.join(', ')}`;
}
