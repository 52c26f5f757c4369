-- The marketplace's brand, for mails and pages.

create or replace function callback_private.brand_json(p_settings callback_private.settings)
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_build_object(
    'name', p_settings.brand_name, 'logo_url', p_settings.brand_logo_url, 'color', p_settings.brand_color,
    'address', p_settings.brand_address, 'reply_to', p_settings.brand_reply_to);
end
$$;

-- What all mails share: { brand, types }, each type with the sides that get it.
-- execute: service
create or replace function callback_private.describe_mails()
returns jsonb language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.require_trusted();
  return (
    select jsonb_build_object('brand', callback_private.brand_json(s), 'types', (
      select jsonb_agg(jsonb_build_object('name', t.name, 'title', t.title, 'recipients', t.recipients) order by t.name)
      from callback_private.notification_types t))
    from callback_private.settings s where s.only_row);
end
$$;
