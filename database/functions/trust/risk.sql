-- The risk of a request: which signals its facts give, what points they have, and what follows. (How likely it is to succeed is another
-- question, and another word: likelihood.)

-- p_name in settings.risk_weights replaces the points. subject: what it is about, for the buyer's sentence; what addresses share counts 30
-- points at most, so that an office or a mobile network alone never holds anyone.
create or replace function callback_private.risk_rules()
returns table (name text, points integer, subject text, meaning text)
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select * from (values
    ('new_account', 15, 'person', 'The account is younger than a day.'),
    ('young_account', 5, 'person', 'The account is younger than a week.'),
    ('many_requests', 10, 'person', 'At least 6 requests within an hour.'),
    ('flood_of_requests', 60, 'person', 'At least 15 requests within an hour.'),
    ('refused_before', 25, 'person', 'At least 3 attempts were refused today, such as premium numbers.'),
    ('reported_for_spam', 10, 'person', 'A seller or two reported the person or the number for spam.'),
    ('often_reported_for_spam', 45, 'person', 'At least 3 sellers reported the person or the number for spam.'),
    ('reported_number', 15, 'phone', 'A seller reported the person or the number for a made-up number.'),
    ('often_reported_number', 60, 'phone', 'At least 2 sellers reported the person or the number for a made-up number.'),
    ('fictional_number', 40, 'phone', 'The number is set aside for films and examples.'),
    ('patterned_number', 45, 'phone', 'The number repeats one digit or runs up or down.'),
    ('sellers_number', 60, 'phone', 'The number is the seller’s own.'),
    ('number_of_another', 50, 'phone', 'The number is the verified one of another person, and not of the same household.'),
    ('shared_number', 15, 'phone', 'At least 3 accounts gave this number, which is not of their household.'),
    ('widely_shared_number', 20, 'phone', 'An account younger than a month, and at least 5 accounts gave this number, which is not of their household.'),
    ('number_to_many_sellers', 45, 'phone', 'An account younger than a week, and several accounts gave this number to at least 4 sellers today.'),
    ('several_numbers', 20, 'phone', 'The person gave 3 or 4 numbers today.'),
    ('many_numbers', 50, 'phone', 'The person gave at least 5 numbers today.'),
    ('shared_device', 15, 'device', 'At least 4 accounts used this device.'),
    ('widely_shared_device', 25, 'device', 'An account younger than a month, and at least 8 accounts used this device.'),
    ('flood_of_device', 45, 'device', 'At least 12 requests came from this device within an hour.'),
    ('busy_address', 5, 'address', 'At least 20 accounts came from this address today.'),
    ('new_accounts_of_address', 15, 'address', 'At least 8 new accounts came from this address today.'),
    ('copied_text', 10, 'text', 'The same text went to 3 to 5 sellers today.'),
    ('widely_copied_text', 20, 'text', 'The same text went to at least 6 sellers today.'),
    ('similar_text', 10, 'text', 'Nearly the same text went to 4 to 6 sellers today.'),
    ('widely_similar_text', 20, 'text', 'Nearly the same text went to at least 7 sellers today.'),
    ('copies_of_new_account', 30, 'text', 'An account younger than a day sent nearly the same long text to at least 5 sellers.'),
    ('copied_link', 45, 'text', 'Nearly the same text with a link went to at least 3 sellers today.'),
    ('text_of_many', 5, 'text', 'At least 5 accounts sent this text today.'),
    ('link', 25, 'text', 'The text has a link.'),
    ('many_to_seller', 10, 'seller', 'The person sent this seller 4 to 6 requests today.'),
    ('flood_to_seller', 40, 'seller', 'The person sent this seller at least 7 requests today.'),
    ('seller_flooded', 15, 'seller', 'A new account, while the seller gets at least 20 requests within an hour.'),
    ('blocked_person', 1000, 'list', 'The person is on the block list.'),
    ('blocked_number', 1000, 'list', 'The number is on the block list.'),
    ('allowed', -1000, 'list', 'The person or the number is on the allow list.'),
    ('verified', -20, 'trust', 'The marketplace verified the person.'),
    ('own_number', -15, 'trust', 'The number is that of the verified profile.'),
    ('confirmed_number', -25, 'trust', 'The person confirmed the number by a code.'),
    ('known_buyer', -30, 'trust', 'An account of a month or more, with at least 2 completed requests.')
  ) r (name, points, subject, meaning);
$$;

-- The signals of facts: nothing else decides, so a change of the policy can be tried on facts of the past. Families and offices share
-- numbers, devices and addresses for years; who shares one to abuse it does so from new accounts. An account of unknown age may be one.
create or replace function callback_private.risk_signals(f callback_private.request_facts)
returns text[] language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  v_copies constant integer := f.text_sellers_day;
  v_similar constant integer := f.similar_sellers_day;
  v_is_outside_household constant boolean := (f.phone_is_own or f.phone_is_of_household) is not true;
begin
  return array_remove(array[
    case when f.account_age_days < 1 then 'new_account' when f.account_age_days < 7 then 'young_account' end,
    case when f.requests_hour >= 15 then 'flood_of_requests' when f.requests_hour >= 6 then 'many_requests' end,
    case when f.refused_day >= 3 then 'refused_before' end,
    case when f.spam_reports >= 3 then 'often_reported_for_spam' when f.spam_reports >= 1 then 'reported_for_spam' end,
    case when f.fake_number_reports >= 2 then 'often_reported_number' when f.fake_number_reports = 1 then 'reported_number' end,
    case f.phone_kind when 'fictional' then 'fictional_number' when 'patterned' then 'patterned_number' end,
    case when f.phone_is_sellers then 'sellers_number' end,
    case when v_is_outside_household and f.phone_is_anothers then 'number_of_another' end,
    case when v_is_outside_household and f.phone_people >= 5 and (f.account_age_days >= 30) is not true then 'widely_shared_number'
      when v_is_outside_household and f.phone_people >= 3 then 'shared_number' end,
    case when v_is_outside_household and f.phone_people >= 2 and f.phone_sellers_day >= 4 and (f.account_age_days >= 7) is not true
      then 'number_to_many_sellers' end,
    case when f.numbers_day >= 5 then 'many_numbers' when f.numbers_day >= 3 then 'several_numbers' end,
    case when f.device_people >= 8 and (f.account_age_days >= 30) is not true then 'widely_shared_device'
      when f.device_people >= 4 then 'shared_device' end,
    case when f.device_requests_hour >= 12 then 'flood_of_device' end,
    case when f.ip_people >= 20 then 'busy_address' end,
    case when f.ip_new_people >= 8 and f.account_age_days < 7 then 'new_accounts_of_address' end,
    case when v_copies >= 6 then 'widely_copied_text'
      when v_similar >= 7 then 'widely_similar_text'
      when v_copies >= 3 then 'copied_text'
      when v_similar >= 4 then 'similar_text' end,
    case when v_similar >= 5 and f.text_length >= 60 and f.account_age_days < 1 then 'copies_of_new_account' end,
    case when v_similar >= 3 and f.has_link then 'copied_link' end,
    case when f.text_people_day >= 5 then 'text_of_many' end,
    case when f.has_link then 'link' end,
    case when f.same_seller_day >= 7 then 'flood_to_seller' when f.same_seller_day >= 4 then 'many_to_seller' end,
    case when f.seller_requests_hour >= 20 and f.account_age_days < 1 then 'seller_flooded' end,
    case when f.person_list = 'block' then 'blocked_person' end,
    case when f.phone_list = 'block' then 'blocked_number' end,
    case when coalesce(f.person_list, 'allow') = 'allow' and coalesce(f.phone_list, 'allow') = 'allow'
      and num_nonnulls(f.person_list, f.phone_list) > 0 then 'allowed' end,
    case when f.is_verified then 'verified' end,
    case when f.phone_is_own then 'own_number' end,
    case when f.phone_is_confirmed then 'confirmed_number' end,
    case when f.account_age_days >= 30 and f.completed_before >= 2 then 'known_buyer' end
  ], null);
end
$$;

create or replace function callback_private.risk_score(p_signals text[], p_weights jsonb)
returns integer language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select greatest(0, coalesce(sum(w.points) filter (where r.subject <> 'address'), 0)
      + least(30, coalesce(sum(w.points) filter (where r.subject = 'address'), 0)))
    from callback_private.risk_rules() r
    cross join lateral (select coalesce((p_weights ->> r.name)::numeric, r.points) as points) w
    where r.name = any (p_signals))::integer;
end
$$;

-- A number that its buyer has confirmed needs no other code.
create or replace function callback_private.risk_outcome(p_score integer, p_signals text[], p_settings callback_private.settings)
returns text language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  return case when p_score >= p_settings.risk_refuse_at then 'refuse' when p_score >= p_settings.risk_hold_at then 'hold'
    when p_score >= p_settings.risk_code_at and not 'confirmed_number' = any (p_signals) then 'code' else 'allow' end;
end
$$;

-- The facts with their signals, score and outcome. Where no code can be texted to p_phone, an operator decides; nobody holds what no
-- operator could release.
create or replace function callback_private.with_risk(p_facts callback_private.request_facts, p_phone text)
returns callback_private.request_facts language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  v_settings callback_private.settings;
begin
  p_facts.signals := callback_private.risk_signals(p_facts);
  p_facts.score := 0;
  p_facts.outcome := 'allow';
  if p_facts.signals = '{}' then
    return p_facts;
  end if;
  select * into strict v_settings from callback_private.settings s where s.only_row;
  p_facts.score := callback_private.risk_score(p_facts.signals, v_settings.risk_weights);
  if p_facts.signals && array['blocked_person', 'blocked_number'] then
    p_facts.outcome := 'refuse';
  elsif v_settings.risk_mode = 'on' then
    p_facts.outcome := callback_private.risk_outcome(p_facts.score, p_facts.signals, v_settings);
  end if;
  if p_facts.outcome = 'code' and not callback_private.may_send_code(p_facts.requester_id, p_phone) then
    p_facts.outcome := 'hold';
  end if;
  if p_facts.outcome = 'hold' and not exists (select from callback_private.operators o where o.disabled_at is null) then
    p_facts.outcome := 'allow';
  end if;
  return p_facts;
end
$$;

create or replace function callback_private.strongest_subject(p_signals text[])
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select r.subject from callback_private.risk_rules() r
    where r.name = any (p_signals) order by r.points desc, r.name limit 1);
end
$$;

-- What the refused buyer reads: the kind of the strongest signal, and no number of it. Blocks are not told.
create or replace function callback_private.risk_sentence(p_signals text[])
returns text language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return case coalesce(callback_private.strongest_subject(p_signals), 'list')
    when 'phone' then 'We couldn’t accept this phone number. Use your own number.'
    when 'list' then 'We couldn’t accept this request.'
    when 'text' then 'Too many sellers got this message. Write to each seller about their listing.'
    else 'There were too many requests like this one. Try again later.' end;
end
$$;

-- The field that the sentence is about, for those who read another language.
create or replace function callback_private.risk_detail(p_signals text[])
returns jsonb language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  return jsonb_strip_nulls(jsonb_build_object('field', case callback_private.strongest_subject(p_signals)
    when 'phone' then 'requester_phone' when 'text' then 'message' end));
end
$$;
