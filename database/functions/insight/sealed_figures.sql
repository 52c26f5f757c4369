-- Counts of a day that no row of a request has: what is sealed stays, whatever is deleted later (decision 090).

-- Adds one to each name of p_names, as often as it is there.
create or replace function callback_private.seal_figures(
  p_day date,
  p_category text,
  p_country text,
  p_names text[]
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  insert into callback_private.sealed_figures as f (day, category, country, name, amount)
    select p_day, coalesce(p_category, 'none'), coalesce(p_country, 'none'), n.name, count(*)
    from unnest(p_names) n (name) group by n.name
    on conflict on constraint sealed_figures_pkey do update set amount = f.amount + excluded.amount;
  insert into callback_private.stale_days (day) values (p_day) on conflict do nothing;
end
$$;

-- Counts a request that is not sent at once: p_word is held, code_asked or refused; under each of its reasons too.
create or replace function callback_private.seal_not_sent(
  p_category text,
  p_country text,
  p_word text,
  p_reasons text[]
)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.seal_figures(callback_private.marketplace_day(), p_category, p_country,
    p_word || array(select p_word || ':' || r.reason from unnest(p_reasons) r (reason)));
end
$$;

-- The preferred times of a request go with its buyer; that hours were preferred stays.
create or replace function callback_private.seal_preferred_times()
returns trigger language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from callback_private.preferred_hours(old.preferred_time, old.preferred_days)) then
    perform callback_private.seal_figures(old.requested_on, old.listing_category, old.listing_country, array[
      'times:' || coalesce(old.preferred_time, '') || '/' || coalesce(array_to_string(old.preferred_days, ','), '')]);
  end if;
  return null;
end
$$;

create or replace trigger seal_preferred_times after update of requester_id on public.callback_requests
  for each row when (new.requester_id is null and old.requester_id is not null
    and (old.preferred_time is not null or old.preferred_days is not null))
  execute function callback_private.seal_preferred_times();

-- One row of all that transactions have sealed of the same. Maintenance alone does it, so nobody is in the way.
create or replace function callback_private.merge_sealed_figures(p_day date)
returns void language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  with gone as (
    delete from callback_private.sealed_figures f using (
      select s.category, s.country, s.name from callback_private.sealed_figures s
      where s.day = p_day group by s.category, s.country, s.name having count(*) > 1
    ) several
    where f.day = p_day and f.category = several.category and f.country = several.country and f.name = several.name
    returning f.category, f.country, f.name, f.sealed_in, f.amount
  )
  insert into callback_private.sealed_figures (day, category, country, name, sealed_in, amount)
    select p_day, g.category, g.country, g.name, max(g.sealed_in), sum(g.amount) from gone g
    group by g.category, g.country, g.name;
end
$$;
