/** Which columns hold personal data, and which rule limits them: read from their comments, `[personal: rule; who]` or `[not personal]`. */
import type { Executor } from '../../../src/index.ts';
import { OUR_TABLE, type Rules } from './findings.ts';

/** Kept until the person is erased, an operator's account until the audit no longer names it, a STOP until START, a setting until it is changed. */
export const WITHOUT_TIME = ['person', 'operator', 'stop', 'policy'];

const COLUMNS = `
  pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  cross join lateral (select
    (regexp_match(col_description(c.oid, a.attnum), '\\[personal: (\\w+); [^\\]]+\\]'))[1] as rule,
    concat_ws(' ', col_description(c.oid, a.attnum), obj_description(c.oid, 'pg_class')) ~ '\\[not personal\\]' as is_not) mark`;
const NAME = "format('%s.%s', c.oid::regclass, a.attname)";

/** Text that no constraint limits to words of ours, and what names a person or reads like something about one. */
const LOOKS_PERSONAL = `(
  a.atttypid = 'callback_private.person_id'::regtype
  or a.attname ~ '(^|_)(user|person|requester|seller|recipient|buyer|viewer)_id$'
  or a.atttypid <> 'boolean'::regtype and a.attname ~ '(^|_)(phone|mail|email|name|address|birth|age|gender|ip|latitude|longitude|location|avatar)($|_)'
  or (a.atttypid = any ('{text,varchar,text[],json,jsonb,bytea,inet,cidr,xml}'::regtype[]) and not exists (
    select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '(= ANY|<@) \\(?ARRAY\\[')))`;

export const PERSONAL: Rules = {
  'what looks personal is marked in its comment, or as not personal': `
    select ${NAME} as offender from ${COLUMNS}
    where ${OUR_TABLE} and c.relkind in ('r', 'p') and ${LOOKS_PERSONAL} and mark.rule is null
      and (not mark.is_not or a.atttypid = 'callback_private.person_id'::regtype)`,

  'a mark names a rule that there is': `
    select ${NAME} || ': ' || mark.rule as offender from ${COLUMNS}
    where ${OUR_TABLE} and c.relkind in ('r', 'p') and mark.rule is not null and mark.rule <> all ('{${WITHOUT_TIME}}')
      and not exists (select from callback_private.retention_rules() r where r.name = mark.rule)`,

  'a mark is written as the rules read it': `
    select ${NAME} as offender from ${COLUMNS}
    where ${OUR_TABLE} and c.relkind in ('r', 'p') and col_description(c.oid, a.attnum) ~ '\\[\\s*(not )?personal' and mark.rule is null and not mark.is_not`,

  'what is kept for a time has a setting or a fixed time': `
    select r.name as offender from callback_private.retention_rules() r where r.kept_for is null
      or (r.setting is not null and not exists (
        select from pg_attribute a where a.attrelid = 'callback_private.settings'::regclass and a.attname = r.setting))`,
};

export interface PersonalColumn {
  table: string;
  column: string;
  rule: string;
}

export async function personalColumns(sql: Executor): Promise<PersonalColumn[]> {
  return sql.unsafe<PersonalColumn[]>(`
    select format('%s.%s', c.relnamespace::regnamespace, c.relname) as "table", a.attname::text as "column", mark.rule from ${COLUMNS}
    where ${OUR_TABLE} and c.relkind in ('r', 'p') and mark.rule is not null order by 1, a.attnum`);
}
