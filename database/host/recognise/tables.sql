-- Which of the marketplace's tables hold its people, its listings and who blocked whom.
--
-- A table is recognised by its name, a primary key of one column and what it refers to: the foreign key of the
-- listings' owner column decides between people tables. Whatever could be read in two ways becomes an entry in
-- `problems`, and then nothing is installed without a person's decision.

create or replace function pg_temp.host_people_words() returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select '{profiles,profile,users,user,accounts,account,members,member,customers,customer,people,persons,person,user_profiles,user_profile,user_accounts,app_users,app_user}'::text[];
$$;

create or replace function pg_temp.host_owner_words() returns text[]
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select '{seller_id,seller,seller_uuid,vendor_id,merchant_id,owner_id,owner,owner_uuid,user_id,user_uuid,profile_id,account_id,member_id,customer_id,person_id,author_id,poster_id,posted_by,listed_by,publisher_id,shop_id,store_id,agent_id,created_by,creator_id}'::text[];
$$;

create or replace function pg_temp.host_key_problem(p_table text, p_key text, p_type text) returns text
language sql immutable parallel safe set search_path = pg_catalog, pg_temp
as $$
  select pg_temp.host_plain(case
    when p_key is null then format('%s has no primary key of one column', p_table)
    else format('the primary key %s.%s is %s, and ids are uuid, bigint, integer or text', p_table, p_key, p_type)
  end || '; give the table such a key (or a unique column, and read it as id in the views by hand)');
$$;

-- What keeps a view over this table from working for the role that installs it.
create or replace function pg_temp.host_access_problem(p_table oid, p_is_referred_to boolean default true) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select case
    when not has_table_privilege(p_table, 'select') or p_is_referred_to
      and not has_table_privilege(p_table, 'references') then
      format('%s may not read %s or refer to it; run this as its owner %s, or: grant select, references on %2$s to %1$s',
        quote_ident(current_user), p_table::regclass, o.owner)
    when row_security_active(p_table) then
      format('the row-level security of %s applies to %s, so the views would hide rows; run this as the table''s owner %s',
        p_table::regclass, quote_ident(current_user), o.owner)
  end
  from (select quote_ident(pg_get_userbyid(relowner)) as owner from pg_class where oid = p_table) o;
$$;

-- The column that says who owns a row: {column, target, target_column, problem}; one with a foreign key before one
-- without, and then a uuid before what could be a number or a name.
create or replace function pg_temp.host_owner(p_table oid) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
  with fitting as (
    select c.value ->> 'column' as name, c.value ->> 'kind' as kind, r.target, r.target_column, w.rank
    from jsonb_array_elements(pg_temp.host_columns(p_table, 'l')) c (value)
    join unnest(pg_temp.host_owner_words()) with ordinality w (word, rank) on w.word = c.value ->> 'word'
    left join pg_temp.host_references(p_table) r on r.column_name = c.value ->> 'column'
    where c.value ->> 'id_type' is not null)
  select jsonb_build_object('column', f.name, 'target', f.target::bigint, 'target_column', f.target_column,
    'problem', (select format('%s has both %s and, with a foreign key, %s: which one is the seller?', p_table::regclass,
      other.name, f.name)
      from fitting other where other.rank < f.rank and other.kind = f.kind order by other.rank limit 1))
  from fitting f order by f.target is null, f.kind <> 'uuid', f.rank limit 1;
$$;

create or replace function pg_temp.host_title(p_columns jsonb) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select pg_temp.host_text(p_columns, '{title,name,headline,subject,listing_title,product_name,item_name}', 2,
    'no title or name column', '{text}');
$$;

-- The listings table: {id, name, key, owner, problems}, without id when there is none. A table that refers to another
-- candidate is part of it (offers on a listing); one with prices comes before one without whose name says less
-- (articles of a blog).
create or replace function pg_temp.host_find_listings(p_chosen text default null) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_found jsonb;
  v_problems text[];
begin
  with candidates as (
    select t.*, t.id_type is not null as fits, pg_temp.host_owner(t.id) as owner,
      pg_temp.host_title(c.columns) ->> 'certainty' <> 'missing' as has_title,
      pg_temp.host_price(c.columns) ->> 'certainty' <> 'missing' as has_price, row_number() over () as rank
    from pg_temp.host_tables('{listings,listing,products,product,items,item,ads,ad,adverts,classifieds,offers,posts,post,properties,property,vehicles,services}', p_chosen) t
    cross join lateral (select pg_temp.host_columns(t.id, 'l') as columns) c
  ), judged as (
    select c.*, c.fits and c.owner is not null and c.has_title as usable
    from candidates c
    where not exists (select from pg_temp.host_references(c.id) r join candidates o on o.id = r.target and o.id <> c.id)
  ), ordered as (
    select j.*, row_number() over (order by j.usable desc, j.has_price desc, j.rank) as place from judged j
  )
  select jsonb_build_object('id', b.id::bigint, 'name', b.name, 'key', b.key_name, 'key_type', b.key_type,
    'id_type', b.id_type, 'owner', b.owner,
      'has_title', b.has_title, 'access', pg_temp.host_access_problem(b.id), 'rivals', (
        select string_agg(r.name, ', ' order by r.place) from ordered r
        where r.usable and r.place > 1 and (r.has_price = b.has_price or r.rank < b.rank)))
  into v_found from ordered b where b.place = 1;

  v_problems := array_remove(array[
    case when v_found is null and p_chosen is null then
      'no listings table was found (looked for listings, products, items, ads, offers, posts and the like); name it with --listings schema.table' end,
    case when v_found is null and p_chosen is not null
      then format('there is no table %s; write it as schema.table', p_chosen) end,
    case when v_found ->> 'id_type' is null and v_found is not null then
      pg_temp.host_key_problem(v_found ->> 'name', v_found ->> 'key', v_found ->> 'key_type') end,
    case when v_found ->> 'rivals' is not null then
      format('both %s and %s could be the listings; choose one with --listings schema.table',
        v_found ->> 'name', v_found ->> 'rivals') end,
    case when v_found ->> 'owner' is null and v_found is not null then
      format('%s has no column that says who offers the listing (seller_id, user_id, owner_id, …)',
        v_found ->> 'name') end,
    case when not (v_found ->> 'has_title')::boolean
      then format('%s has no title or name column', v_found ->> 'name') end,
    v_found ->> 'access',
    v_found #>> '{owner,problem}'], null);
  return coalesce(v_found, '{}') || jsonb_build_object('problems', to_jsonb(v_problems));
end;
$$;

-- The column that identifies a person: the primary key, or on Supabase the unique column that refers to auth.users.
create or replace function pg_temp.host_person_key(p_table oid, p_key text) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select coalesce(
    (select r.column_name from pg_temp.host_references(p_table) r
     where r.target = pg_temp.host_sign_in_table() and pg_temp.host_is_unique(p_table, r.column_name)
     order by r.column_name <> p_key limit 1),
    case when pg_temp.host_id_type(p_table, p_key) is not null then p_key end);
$$;

-- Where people sign in by auth.users its id is what their token names. A key of the people that neither is nor leads to
-- it (by foreign keys, or by what the rows hold) would refuse everyone, so that is asked.
create or replace function pg_temp.host_sign_in_problem(p_table oid, p_name text, p_key text) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_auth constant oid := (select a.attrelid from pg_attribute a where a.attrelid = to_regclass('auth.users')
    and a.attname = 'id');
  v_link text;
  v_is_known boolean := false;
begin
  if v_auth is null or p_key is null or p_table = v_auth or pg_temp.host_leads_to(p_table, p_key, v_auth) then
    return null;
  end if;
  select string_agg(format('%I', r.column_name), ', ' order by r.column_name) into v_link
    from pg_temp.host_references(p_table) r where r.column_name <> p_key
      and pg_temp.host_leads_to(p_table, r.column_name, v_auth);
  if v_link is null and has_table_privilege(v_auth, 'select') and has_table_privilege(p_table, 'select') then
    execute format('select exists (select from (select p.%I::text as id from %s p limit 1000) s join auth.users u on u.id::text = s.id)',
      p_key, p_table::regclass) into v_is_known;
  end if;
  return case when not v_is_known
    then format('people sign in by auth.users, and no foreign key leads from %s.%s to its id: ', p_name, p_key) || case
    when v_link is null
      then format('is %s the id that a token names (sub, auth.uid())? If so, run the file as it is, or add the foreign key; '
      'if not, read the column that holds it as id in the views by hand', p_key)
    else format('is it %1$s that holds the id which a token names (sub, auth.uid())? If so, make that column unique '
      '(alter table %2$s add unique (%1$s)), or read it as id in the views by hand', v_link, p_name) end end;
end;
$$;

-- Whether the column holds ids of the target, by way of foreign keys from key to key.
create or replace function pg_temp.host_leads_to(p_table oid, p_column text, p_target oid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
  with recursive path (id, column_name) as (
    select p_table, p_column
    union
    select r.target, r.target_column from path p cross join lateral pg_temp.host_references(p.id) r
      where r.column_name = p.column_name)
  select exists (select from path where id = p_target and column_name = 'id');
$$;

-- Do two keys hold the same ids: one refers to the other, or both to the same third column?
create or replace function pg_temp.host_same_ids(p_a oid, p_a_key text, p_b oid, p_b_key text) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select exists (select from pg_temp.host_references(p_a) a
      where a.column_name = p_a_key and a.target = p_b and a.target_column = p_b_key)
    or exists (select from pg_temp.host_references(p_b) b
      where b.column_name = p_b_key and b.target = p_a and b.target_column = p_a_key)
    or exists (select from pg_temp.host_references(p_a) a
      join pg_temp.host_references(p_b) b on b.target = a.target and b.target_column = a.target_column
      where a.column_name = p_a_key and b.column_name = p_b_key);
$$;

-- The people table: {id, name, key, problems}. Where the listings' owner column leads decides; a table in between, such
-- as shops, is followed to its own owner.
create or replace function pg_temp.host_find_people(p_owner jsonb, p_chosen text default null) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_words constant text[] := pg_temp.host_people_words();
  v_target oid := (p_owner ->> 'target')::oid;
  v_found jsonb;
begin
  if not exists (select from pg_temp.host_tables(v_words) t where t.id = v_target) then
    v_target := coalesce((pg_temp.host_hop(v_target) ->> 'target')::oid, v_target);
  end if;
  v_target := nullif(v_target, pg_temp.host_sign_in_table());

  with candidates as (
    select t.*, pg_temp.host_person_key(t.id, t.key_name) as key, t.id = v_target as is_target,
      pg_temp.host_full_name(pg_temp.host_columns(t.id, 'p')) ->> 'certainty' <> 'missing' as has_name
    from (select * from pg_temp.host_tables(v_words, p_chosen)
      union select * from pg_temp.host_tables(null, v_target::regclass::text) where p_chosen is null
        and v_target is not null) t
  ), chosen as (
    select c.* from candidates c
    order by c.is_target desc nulls last, c.key is not null desc, c.has_name desc,
      array_position(v_words, pg_temp.host_word(split_part(c.name, '.', 2))), c.name
    limit 1
  ), rivals as (
    select r.* from candidates r, chosen c
    where r.id <> c.id and r.key is not null and not pg_temp.host_same_ids(c.id, c.key, r.id, r.key)
      and (c.is_target is not true or r.schema_name = c.schema_name)
      and (exists (select from pg_temp.host_references(c.id) f where f.target = r.id)
        or r.has_name and not exists (select from pg_temp.host_references(r.id) f where f.target = c.id))
  )
  select jsonb_build_object('id', c.id::bigint, 'name', c.name, 'key', c.key,
    'id_type', pg_temp.host_id_type(c.id, c.key), 'problems', to_jsonb(array_remove(array[
      case when c.key is null then pg_temp.host_key_problem(c.name, c.key_name, c.key_type) end,
      (select format('both %s and %s could be the people who buy and sell; choose one with --people schema.table',
        c.name, string_agg(r.name, ', ' order by r.name)) from rivals r having count(*) > 0),
      pg_temp.host_sign_in_problem(c.id, c.name, c.key),
      pg_temp.host_access_problem(c.id)], null)))
  into v_found from chosen c;
  return coalesce(v_found, jsonb_build_object('problems', jsonb_build_array(case when p_chosen is null
    then 'no people table was found (looked for profiles, users, accounts, members, customers and the like); name it with --people schema.table'
    else format('there is no table %s; write it as schema.table', p_chosen) end)));
end;
$$;

-- From a table such as shops to the people: its one owner column that refers to a people table or to auth.users.
create or replace function pg_temp.host_hop(p_table oid) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select case when count(*) = 1 then min(jsonb_build_object('column', r.column_name, 'target', r.target::bigint,
    'target_column', r.target_column)::text)::jsonb end
  from pg_temp.host_references(p_table) r
  where pg_temp.host_word(r.column_name) = any (pg_temp.host_owner_words())
    and (r.target = pg_temp.host_sign_in_table()
      or exists (select from pg_temp.host_tables(pg_temp.host_people_words()) t where t.id = r.target));
$$;

-- A column that refers to a person, as that person's id: {sql, certainty, remark} or {problem}.
create or replace function pg_temp.host_person(p_table oid, p_column text, p_alias text, p_people jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_people oid := (p_people ->> 'id')::oid;
  v_key text := p_people ->> 'key';
  v_ref text := format('%s.%I', p_alias, p_column);
  v_id text := pg_temp.host_id_sql(p_alias, p_table, p_column, p_people);
  v_link record;
  v_hop jsonb;
  v_strangers bigint;
begin
  select * into v_link from pg_temp.host_references(p_table) r where r.column_name = p_column
    order by r.target <> v_people limit 1;
  v_hop := pg_temp.host_hop(v_link.target);

  if v_link.target = v_people and v_link.target_column = v_key
    or v_link.target <> v_people and pg_temp.host_same_ids(p_table, p_column, v_people, v_key) then
    return pg_temp.host_answer(v_id, 'certain');
  elsif v_link.target = v_people then
    return pg_temp.host_answer(format('(select %s from %s o where o.%I = %s)',
      pg_temp.host_id_sql('o', v_people, v_key, p_people),
        v_people::regclass, v_link.target_column, v_ref),
      'guess', format('%s.%s, because it is what the signed-in user is known by', v_people::regclass, v_key));
  elsif (v_hop ->> 'target')::oid = v_people and v_hop ->> 'target_column' = v_key
    or pg_temp.host_same_ids(v_link.target, v_hop ->> 'column', v_people, v_key) then
    return pg_temp.host_answer(format('(select %s from %s o where o.%I = %s)',
      pg_temp.host_id_sql('o', v_link.target, v_hop ->> 'column', p_people),
        v_link.target::regclass, v_link.target_column, v_ref),
          'guess', format('the owner of the row in %s', v_link.target::regclass));
  elsif v_link.target is not null and v_link.target is distinct from pg_temp.host_sign_in_table() then
    return jsonb_build_object('problem', format('%s.%s refers to %s, not to the people in %s', p_table::regclass,
      p_column,
      v_link.target::regclass, v_people::regclass));
  end if;

  if (pg_temp.host_id_type(p_table, p_column) = any (
    pg_temp.host_same_id_types(p_people ->> 'id_type'))) is not true then
    return jsonb_build_object('problem', format('%s.%s is %s, and the ids of %s are %s', p_table::regclass, p_column,
      coalesce(pg_temp.host_id_type(p_table, p_column), 'no id'), v_people::regclass, p_people ->> 'id_type'));
  end if;
  execute format('select count(*) from (select %1$I as id from %2$s where %1$I is not null limit 1000) s
      where not exists (select from %3$s p where p.%4$I = s.id)', p_column, p_table::regclass, v_people::regclass,
        v_key) into v_strangers;
  if v_strangers > 0 then
    return jsonb_build_object('problem',
      format('%s.%s has no foreign key to %s, and %s of its first rows name nobody there',
      p_table::regclass, p_column, v_people::regclass, v_strangers));
  end if;
  return pg_temp.host_answer(v_id, 'guess', format('%s has no foreign key to %s', p_column, v_people::regclass));
end;
$$;

-- Who blocked whom: {id, name, blocker, blocked, problems}; without id when the host keeps no such table.
create or replace function pg_temp.host_find_blocks(p_people jsonb, p_chosen text default null) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_found jsonb;
  v_names text;
begin
  with candidates as (
    select t.id, t.name, row_number() over () as rank, (blocker.value ->> 'column') as blocker,
      (blocked.value ->> 'column') as blocked
    from pg_temp.host_tables('{blocked_users,user_blocks,user_block,blocked_profiles,profile_blocks,blocked_members,member_blocks,block_list,blocklist,blocks,block,blocked,blacklist}', p_chosen) t
    cross join lateral (
      select jsonb_agg(b.value) as columns from jsonb_array_elements(pg_temp.host_columns(t.id, 'b')) b (value)
      where b.value ->> 'id_type' = any (pg_temp.host_same_id_types(p_people ->> 'id_type'))) c
    cross join lateral (select pg_temp.host_pick(c.columns, '{uuid,number,text}',
      '{blocker_id,blocker,blocker_user_id,blocked_by,blocked_by_id,blocking_user_id,blocking_id,from_user_id,user_id,owner_id,profile_id,account_id,member_id}') as value) blocker
    cross join lateral (select pg_temp.host_pick(c.columns, '{uuid,number,text}',
      '{blocked_id,blocked_user_id,blocked,blocked_user,blocked_profile_id,blocked_account_id,blocked_member_id,to_user_id,target_id,target_user_id}') as value) blocked
  )
  select jsonb_agg(to_jsonb(c) || jsonb_build_object('problems', to_jsonb(array_remove(
      array[pg_temp.host_access_problem(c.id::oid, false)], null)))
        order by c.rank) filter (where c.blocker is not null and c.blocked is not null),
    string_agg(c.name, ', ' order by c.rank)
  into v_found, v_names from candidates c;

  if jsonb_array_length(v_found) > 1 then
    return v_found -> 0 || jsonb_build_object('problems', jsonb_build_array(
      format('more than one table could say who blocked whom: %s; choose one with --blocks schema.table', v_names)));
  elsif v_found is null and (p_chosen is not null or v_names ~ '(blocked_|_blocks?|block_?list)') then
    return jsonb_build_object('problems', jsonb_build_array(
      format('%s was not understood: it needs two columns with people''s ids such as blocker_id and blocked_id',
        coalesce(v_names, p_chosen))));
  end if;
  return coalesce(v_found -> 0, '{"problems": []}');
end;
$$;

-- Tables that hold one row for a person beside the people table, as columns that can be read from there; Supabase's
-- auth.users lends the e-mail address and the phone number only.
create or replace function pg_temp.host_companion_columns(p_people jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_people oid := (p_people ->> 'id')::oid;
  v_key text := p_people ->> 'key';
  v_columns jsonb := '[]';
  v_table record;
  v_sign_in jsonb;
begin
  if v_key is null then return '[]'; end if;
  for v_table in
    select t.id, format('%s.%I = p.%I', 'x', l.own, v_key) as match
    from pg_temp.host_tables(pg_temp.host_people_words()
      || '{profile_details,user_details,contacts,contact_details}'::text[]) t
    cross join lateral (
      select r.column_name as own from pg_temp.host_references(t.id) r
      where r.target = v_people and r.target_column = v_key and pg_temp.host_is_unique(t.id, r.column_name)
      union select t.key_name where pg_temp.host_same_ids(t.id, t.key_name, v_people, v_key)) l
    where t.id <> v_people and has_table_privilege(t.id, 'select') and not row_security_active(t.id)
  loop
    v_columns := v_columns || pg_temp.host_columns(v_table.id, 'x', v_table.match);
  end loop;
  if pg_temp.host_id_type(v_people, v_key) = 'uuid' then
    select jsonb_agg(case c ->> 'word' when 'phone' then c || '{"word": "sign_in_phone"}' else c end) into v_sign_in
    from jsonb_array_elements(pg_temp.host_columns(pg_temp.host_sign_in_table(), 'x', format('x.id = p.%I', v_key))) c
    where c ->> 'word' in ('email', 'phone');
  end if;
  return v_columns || coalesce(v_sign_in, '[]'::jsonb);
end;
$$;
