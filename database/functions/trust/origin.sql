-- Where a request comes from: the IP address and the app's device. Only what a trusted caller gives, or PostgREST received, is believed.

-- { ip, device } as the API gives it; of everyone else, from the headers that PostgREST passes on. A back end that calls PostgREST in a
-- person's name gives it itself, or there is none: the headers would be its own.
create or replace function callback_private.request_origin(p_origin jsonb, out ip text, out device text)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_headers jsonb;
begin
  if callback_private.is_trusted() then
    ip := left(p_origin ->> 'ip', 100);
    device := p_origin ->> 'device';
  else
    v_headers := nullif(current_setting('request.headers', true), '')::jsonb;
    device := v_headers ->> 'ringback-device';
    ip := callback_private.forwarded_network(v_headers ->> 'x-forwarded-for',
      (select s.trusted_proxies from callback_private.settings s where s.only_row));
  end if;
  if device !~ '^[A-Za-z0-9_-]{16,64}$' then
    device := null;
  end if;
end
$$;

-- The address that so many proxies have added, counted from the end; the /64 of IPv6, which one customer has. What stands before it
-- anyone could have written.
create or replace function callback_private.forwarded_network(p_header text, p_proxies integer)
returns text language plpgsql stable strict set search_path = pg_catalog, pg_temp as $$
declare
  v_list constant text[] := string_to_array(right(p_header, 2000), ',');
  v_address inet;
begin
  v_address := btrim(v_list[cardinality(v_list) + 1 - p_proxies])::inet;
  return case family(v_address) when 4 then host(v_address) else network(set_masklen(v_address, 64))::text end;
exception when invalid_text_representation then
  return null;
end
$$;
