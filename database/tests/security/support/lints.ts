/**
 * What Supabase's database linter warns of, as far as it can concern our objects: checks of our own, after its documentation, named
 * by its numbers.
 */
import { INLINED, OUR_FUNCTION, OUR_TABLE, PARSED, type Rules } from './findings.ts';

const IS_EXPOSED = `c.relnamespace = 'public'::regnamespace`;

export const LINTS: Rules = {
  '0001 unindexed foreign keys': `
    select k.conname::text as offender from pg_constraint k join pg_class c on c.oid = k.conrelid
    where ${OUR_TABLE} and k.contype = 'f' and not exists (
      select from pg_index i where i.indrelid = k.conrelid
        and coalesce(pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', (
          select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1])), true)
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,

  '0002 exposed auth.users': `
    select distinct c.oid::regclass::text as offender
    from pg_class c join pg_rewrite r on r.ev_class = c.oid join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass
    where d.refobjid = to_regclass('auth.users') and c.relkind in ('v', 'm')
      and (has_any_column_privilege('anon', c.oid, 'select') or has_any_column_privilege('authenticated', c.oid, 'select'))`,

  '0003 auth functions evaluated for each row': `
    select format('%s on %s', p.polname, c.oid::regclass) as offender
    from pg_policy p join pg_class c on c.oid = p.polrelid
    cross join lateral (select concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as source) e
    where ${OUR_TABLE} and regexp_replace(e.source, '(?i)select auth\\.(uid|jwt|role|email)\\(\\)', '', 'g') ~* 'auth\\.|current_setting'`,

  '0004 no primary key': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and c.relkind = 'r' and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,

  '0006 multiple permissive policies': `
    select format('%s: %s %s', c.oid::regclass, r.rolname, p.polcmd) as offender
    from pg_policy p join pg_class c on c.oid = p.polrelid
    join pg_roles r on 0 = any (p.polroles) or r.oid = any (p.polroles)
    where ${OUR_TABLE} and p.polpermissive group by c.oid, r.rolname, p.polcmd having count(*) > 1`,

  '0007 policy exists, row security off': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and not c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)`,

  '0008 row security on in public, no policy': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and ${IS_EXPOSED} and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid)`,

  '0009 duplicate indexes': `
    select string_agg(i.indexrelid::regclass::text, ', ') as offender from pg_index i join pg_class c on c.oid = i.indrelid
    where ${OUR_TABLE}
    group by i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text, pg_get_expr(i.indpred, i.indrelid), pg_get_expr(i.indexprs, i.indrelid)
    having count(*) > 1`,

  '0010 view that runs with its owner’s rights, exposed': `
    select c.oid::regclass::text as offender from pg_class c
    where ${IS_EXPOSED} and c.relkind = 'v' and ('security_invoker=true' = any (c.reloptions)) is not true`,

  // But those that become a part of the query that asks; the conventions say what they must be.
  '0011 function with a mutable search_path': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and not ${PARSED} and p.oid <> all ('{${INLINED}}'::regproc[])
      and not exists (select from unnest(p.proconfig) s (setting) where s.setting like 'search_path=%')`,

  '0013 row security off in public': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and ${IS_EXPOSED} and c.relkind in ('r', 'p') and not c.relrowsecurity`,

  '0014 extension in public': `
    select e.extname::text as offender from pg_extension e where e.extnamespace in ('public'::regnamespace, 'callback_private'::regnamespace)`,

  '0015 policy believes what users may edit of themselves': `
    select p.polname::text as offender from pg_policy p join pg_class c on c.oid = p.polrelid
    where ${OUR_TABLE} and concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) like '%user_metadata%'`,

  '0016 0017 materialized view or foreign table, exposed': `
    select c.oid::regclass::text as offender from pg_class c where ${IS_EXPOSED} and c.relkind in ('m', 'f')`,

  '0021 foreign key to something unique no more': `
    select k.conname::text as offender from pg_constraint k join pg_class c on c.oid = k.conrelid
    where ${OUR_TABLE} and k.contype = 'f' and not exists (
      select from pg_index i where i.indrelid = k.confrelid and i.indisunique and i.indkey::int2[] @> k.confkey)`,

  '0023 sensitive columns, exposed': `
    select format('%s.%s', c.oid::regclass, a.attname) as offender
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where ${OUR_TABLE} and a.attname ~ '(phone|email|password|secret|token|address)'
      and (has_column_privilege('anon', c.oid, a.attnum, 'select') or has_column_privilege('authenticated', c.oid, a.attnum, 'select'))`,

  '0024 policy that always lets write': `
    select p.polname::text as offender from pg_policy p join pg_class c on c.oid = p.polrelid
    where ${OUR_TABLE} and p.polcmd <> 'r' and pg_get_expr(coalesce(p.polwithcheck, p.polqual), p.polrelid) = 'true'`,

  '0026 table that visitors see': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and c.relkind in ('r', 'p', 'v', 'm', 'f') and has_any_column_privilege('anon', c.oid, 'select')`,

  '0028 0029 definer function that visitors or users run, exposed': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and p.pronamespace = 'public'::regnamespace and p.prosecdef
      and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))`,
};
