-- Whom the marketplace trusts, and what needs a buyer like that: as its policy has it, or as a seller does where they
-- are stricter.

create or replace function callback_private.is_trusted_buyer(p_is_verified boolean, p_score numeric, p_from_score numeric)
returns boolean language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(p_is_verified, false) or coalesce(p_score >= p_from_score, false);
end
$$;

-- p_wanted: what the policy has, and what the seller has, null for nothing.
create or replace function callback_private.needs_trust(p_wanted text[], p_priority text)
returns boolean language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return p_wanted && case when p_priority is not distinct from 'urgent' then '{trusted,trusted_for_urgent}'
    else '{trusted}' end::text[];
end
$$;

create or replace function callback_private.trust_sentence(p_is_for_urgent boolean)
returns text language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_is_for_urgent
    then 'Only verified buyers can make urgent requests here. Choose another priority, or verify your account first.'
    else 'Only verified buyers can request a callback here. Verify your account first.' end;
end
$$;

create or replace function callback_private.refuse_untrusted(p_is_for_urgent boolean)
returns void language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  perform callback_private.refuse('trust_required', callback_private.trust_sentence(p_is_for_urgent),
    callback_private.trust_detail(p_is_for_urgent));
end
$$;

create or replace function callback_private.trust_detail(p_is_for_urgent boolean)
returns jsonb language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_is_for_urgent then '{"field": "priority"}'::jsonb end;
end
$$;
