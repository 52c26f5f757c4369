/** The rules that every table, function, view and policy of ours keeps, read from pg_catalog. */
import { SERVICE_TABLES } from './allowed.ts';
import { INLINED, OUR_FUNCTION, OUR_TABLE, PARSED, type Rules } from './findings.ts';

const MARKETPLACE_IDS = 'user_id|person_id|requester_id|seller_id|recipient_id|viewer_id|buyer_id|listing_id';
const DOMAINS = `'callback_private.person_id'::regtype, 'callback_private.listing_id'::regtype`;

const WRITES = ['insert', 'update', 'delete', 'truncate', 'references', 'trigger'];

export const CONVENTIONS: Rules = {
  'row security is on': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and c.relkind in ('r', 'p') and not c.relrowsecurity`,

  'nobody but the owner holds a privilege to write': `
    select format('%s: %s %s', c.oid::regclass, a.grantee::regrole, a.privilege_type) as offender
    from pg_class c, aclexplode(c.relacl) a
    where ${OUR_TABLE} and c.relkind <> 'S' and a.grantee <> c.relowner and a.privilege_type <> 'SELECT'
    union all
    select format('%s: %s may %s', c.oid::regclass, r.role, w.privilege)
    from pg_class c, unnest('{anon,authenticated,service_role,callback_service,ringback_api}'::text[]) r (role),
      unnest('{${WRITES.join(',')}}'::text[]) w (privilege)
    where ${OUR_TABLE} and c.relkind in ('r', 'p', 'v')
      and (has_table_privilege(r.role, c.oid, w.privilege)
        or w.privilege in ('insert', 'update', 'references') and has_any_column_privilege(r.role, c.oid, w.privilege))`,

  'only the service reads whole tables, and only the public ones and those that the list names': `
    select format('%s: %s', c.oid::regclass, case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end) as offender
    from pg_class c, aclexplode(c.relacl) a
    where ${OUR_TABLE} and c.relkind in ('r', 'p', 'v', 'm') and a.grantee <> c.relowner
      and not (a.privilege_type = 'SELECT' and c.oid = any ('{${SERVICE_TABLES}}'::regclass[]) and c.relkind = 'r'
        and a.grantee in ('service_role'::regrole, 'callback_service'::regrole))`,

  'a policy shows the service what it may read': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and c.relkind = 'r' and has_table_privilege('callback_service', c.oid, 'select') and not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polroles @> array['callback_service'::regrole::oid])`,

  'users read columns, never the phone': `
    select format('%s.%s: %s %s', c.oid::regclass, t.attname, a.grantee::regrole, a.privilege_type) as offender
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
    where ${OUR_TABLE} and (a.grantee <> 'authenticated'::regrole or a.privilege_type <> 'SELECT' or t.attname like '%phone%'
      or c.relnamespace <> 'public'::regnamespace)
    union all
    select 'anon reads ' || c.oid::regclass from pg_class c
    where ${OUR_TABLE} and c.relkind in ('r', 'v') and has_any_column_privilege('anon', c.oid, 'select')`,

  'nobody but the owner uses a sequence': `
    select c.oid::regclass::text as offender from pg_class c
    where ${OUR_TABLE} and c.relkind = 'S' and exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner)`,

  'the inner schema is entered by users and the service, and built in by nobody': `
    select format('%s: %s', case a.grantee when 0 then 'PUBLIC' else a.grantee::regrole::text end, a.privilege_type) as offender
    from pg_namespace n, aclexplode(n.nspacl) a
    where n.nspname = 'callback_private' and a.grantee <> n.nspowner and not (a.privilege_type = 'USAGE'
      and a.grantee in ('authenticated'::regrole, 'service_role'::regrole, 'callback_service'::regrole))`,

  'every function looks in pg_catalog first and in pg_temp last': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and not ${PARSED} and ('search_path=pg_catalog, pg_temp' = any (p.proconfig)) is not true
      and p.oid <> all ('{${INLINED}}'::regproc[])`,

  'a function without a path of its own becomes a part of the query that asks, which has one, and nobody else runs it': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where p.oid = any ('{${INLINED}}'::regproc[]) and (p.prosecdef or p.proconfig is not null or p.provolatile = 'v'
      or p.prolang <> (select l.oid from pg_language l where l.lanname = 'sql')
      or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner))`,

  'what is private names the domains of people’s and listings’ ids, what is public the types below them': `
    select format('%s.%s %s', c.oid::regclass, a.attname, format_type(a.atttypid, null)) as offender
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${OUR_TABLE} and c.relkind = 'r' and a.attname ~ '^(${MARKETPLACE_IDS})$'
      and (c.relnamespace = 'callback_private'::regnamespace) <> (a.atttypid in (${DOMAINS}))
    union all
    select format('%s: %s %s', p.oid::regprocedure, n.name, format_type(t.type, null))
    from pg_proc p
    cross join lateral unnest(p.proargnames) with ordinality n (name, place)
    cross join lateral unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality t (type, place)
    where ${OUR_FUNCTION} and t.place = n.place and n.name ~ '^(p_|v_)?(${MARKETPLACE_IDS})$'
      and (p.pronamespace = 'callback_private'::regnamespace) <> (t.type in (${DOMAINS}))
    union all
    select format('%s: %s', p.oid::regprocedure, v.found[1])
    from pg_proc p cross join lateral regexp_matches(p.prosrc, '\\mv_(?:${MARKETPLACE_IDS})( constant)? (?:uuid|bigint|integer|text)\\M', 'g') v (found)
    where ${OUR_FUNCTION}`,

  // The costs that such a setting feigns make PostgreSQL 15 to 17 compile the plan by JIT, at every call. The reason stands at the function.
  // plan_cache_mode feigns none.
  'no function sets the planner but those that must, with JIT off': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and exists (
        select from unnest(p.proconfig) s (setting) where s.setting ~ '^(enable_|geqo|\\w+_collapse_limit|\\w+_cost=)')
      and not (p.proname in ('claim_deliveries', 'own_events_after') and 'jit=off' = any (p.proconfig))`,

  'a definer function is in the inner schema, a public function runs with the caller’s rights': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and p.prosecdef and p.pronamespace <> 'callback_private'::regnamespace`,

  'a public function is one line that calls its inner one': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and p.pronamespace = 'public'::regnamespace
      and p.prosrc !~ '^\\s*begin\\s+return callback_private\\.\\w+\\([\\w\\s,'']*\\)(::json)?;\\s+end\\s*$'`,

  'a definer function that anyone may run asks first who is acting': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and p.prosecdef
      and exists (select from aclexplode(p.proacl) a where a.grantee <> p.proowner)
      and p.oid <> 'callback_private.applied_migrations()'::regprocedure -- names of files, for the service alone
      and p.oid <> 'callback_private.signed_in()'::regprocedure -- tells a person who they are, for row policies
      and p.prosrc !~ '^\\s*declare\\s+\\w+ constant [\\w.]+ := callback_private\\.acting_(user\\(p_\\w+|operator\\(p_operator_id, ''(viewer|support|admin)''(, p_or_service := true)?)\\);'
      and (has_function_privilege('authenticated', p.oid, 'execute')
        or p.prosrc !~ '^(\\s*declare(\\s+\\w+ [\\w.]+(\\[\\])?( := \\w+)?;)+)?\\s*begin\\s+perform callback_private\\.require_trusted\\(\\);')`,

  'an inner function that users may run is what a public one of theirs calls': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and p.pronamespace = 'callback_private'::regnamespace and has_function_privilege('authenticated', p.oid, 'execute')
      and p.oid <> 'callback_private.signed_in()'::regprocedure
      and not exists (select from pg_proc outer_one where outer_one.pronamespace = 'public'::regnamespace
        and has_function_privilege('authenticated', outer_one.oid, 'execute')
        and outer_one.prosrc ~ ('callback_private\\.' || p.proname || '\\('))`,

  // name_policy_actor() says to the triggers of the policy who acts, in a setting of our own.
  'no function is leakproof, takes a setting from its caller, or notifies': `
    select p.oid::regprocedure::text as offender from pg_proc p
    where ${OUR_FUNCTION} and p.oid <> 'callback_private.name_policy_actor(jsonb)'::regprocedure and (p.proleakproof or p.prosrc ~* '\\m(set_config|pg_notify|notify|listen)\\M')`,

  'every function has one form': `
    select p.proname::text as offender from pg_proc p where ${OUR_FUNCTION}
    group by p.pronamespace, p.proname having count(*) > 1`,

  'every kind of delivery is judged and followed by a function of ours': `
    select format('callback_private.%s_%s_deliveries(uuid[])', f.verb, k.kind[1]) as offender
    from pg_constraint c
    cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''(\\w+)''', 'g') k (kind)
    cross join unnest('{judge,follow}'::text[]) f (verb)
    where c.conname = 'deliveries_subject_kind_check' and not exists (
      select from pg_proc p
      join callback_private.installed_objects o on o.kind = 'function' and to_regprocedure(o.identity) = p.oid
      where p.oid = to_regprocedure(format('callback_private.%I(uuid[])', f.verb || '_' || k.kind[1] || '_deliveries')))
    union all
    select 'no constraint names the kinds' where not exists (
      select from pg_constraint c where c.conname = 'deliveries_subject_kind_check' and c.contype = 'c')`,

  'every text is NOT NULL or bounded, and bounded wherever users write': `
    select format('%s.%s', c.oid::regclass, a.attname) as offender
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${OUR_TABLE} and c.relkind = 'r' and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'text[]'::regtype)
      and not (a.attnotnull and c.relnamespace = 'callback_private'::regnamespace)
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey))`,

  'a phone number in a table has the form of one': `
    select format('%s.%s', c.oid::regclass, a.attname) as offender
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${OUR_TABLE} and c.relkind = 'r' and a.attname ~ 'phone$' and a.atttypid = 'text'::regtype
      and c.oid <> 'callback_private.edited_phones'::regclass -- those that requests had
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
        and strpos(pg_get_constraintdef(k.oid), '^\\+[1-9][0-9]') > 0)`,

  'every CHECK has a comment "field: sentence."': `
    select format('%s: %s', k.conname, obj_description(k.oid, 'pg_constraint')) as offender
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where ${OUR_TABLE} and k.contype = 'c' and k.convalidated
      and (obj_description(k.oid, 'pg_constraint') ~ '^[A-Za-z0-9_-]+: [a-z].*\\.$') is not true`,

  'every constraint is valid and named for its table': `
    select k.conname::text as offender from pg_constraint k join pg_class c on c.oid = k.conrelid
    where ${OUR_TABLE} and k.contype <> 'n' and (not k.convalidated or not starts_with(k.conname, c.relname || '_'))`,

  'nobody but the owner reads a view, and none is in public': `
    select c.oid::regclass::text as offender from pg_class c
    where c.relkind in ('v', 'm') and (c.relnamespace = 'public'::regnamespace
      or c.relnamespace = 'callback_private'::regnamespace and exists (select from aclexplode(c.relacl) a where a.grantee <> c.relowner))`,

  'policies let people read, and nobody write': `
    select format('%s on %s', p.polname, c.oid::regclass) as offender
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where ${OUR_TABLE} and (p.polcmd <> 'r' or not p.polpermissive or p.polroles && array[0, 'anon'::regrole]::oid[]
      or 'authenticated'::regrole = any (p.polroles) and pg_get_expr(p.polqual, p.polrelid) not like '%callback_private.signed_in()%')`,

  'there is no rule, and no trigger but those that the rule names': `
    select t.tgname::text as offender from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where ${OUR_TABLE} and not t.tgisinternal and t.tgname <> all ('{record_deleted_requests,audit_append_only,audit_kept,operator_sessions_end,
      policy_changes_append_only,policy_changes_kept,settings_changed,switches_changed,scrub_request,scrub_request_followed,scrub_notification,
      scrub_notification_followed,scrub_delivery,
      scrub_held_request,scrub_held_request_followed,drop_facts_of_erased,seal_events,seal_preferred_times,count_delivery_results,mark_deleted_days,consent_texts_append_only}')
    union all
    select r.rulename::text from pg_rewrite r join pg_class c on c.oid = r.ev_class
    where ${OUR_TABLE} and r.rulename <> '_RETURN'`,
};
