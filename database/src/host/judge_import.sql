-- Decides for each row of pg_temp.old_requests whether it can become a callback request, and as what. A row's reason is
-- NULL when it can. Ids are derived from the old table and row where the old id is no uuid or taken, so that a second
-- import finds what the first made.
create temp table judged_requests on commit drop as
with cleaned as (
  select
    o.row_id,
    case when o.id ~* v.uuid then o.id::uuid end as old_id,
    md5(o.source || ':' || o.row_id)::uuid as derived_id,
    callback_private.person_of(o.requester_id) as requester_id,
    callback_private.listing_of(o.listing_id) as listing_id,
    callback_private.person_of(o.seller_id) as given_seller_id,
    o.status as old_status,
    case when o.new_status in ('cancelled_by_seller', 'cancelled_by_buyer') then 'cancelled'
      else o.new_status end as status,
    case o.new_status when 'cancelled_by_seller' then 'seller' when 'cancelled_by_buyer'
      then 'buyer' end as cancelled_by,
    o.requester_phone as phone,
    callback_private.trimmed(o.requester_name) as name,
    callback_private.trimmed(o.preferred_time) as preferred_time,
    callback_private.trimmed(o.message) as message,
    callback_private.trimmed(o.cancel_reason) as cancel_reason,
    case when o.priority in ('low', 'normal', 'high', 'urgent') then o.priority else 'normal' end as priority,
    case when o.callback_reason in ('general_inquiry', 'price_negotiation', 'product_details', 'availability_check',
      'meetup_arrangement')
      then o.callback_reason when callback_private.trimmed(o.callback_reason) is not null
        then 'other' end as callback_reason,
    (select array_agg(d.day order by d.place)
     from unnest(array['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday',
       'Sunday']) with ordinality d (day, place)
     where d.day in (select initcap(btrim(given)) from unnest(o.preferred_days) given)) as preferred_days,
    o.requested_at,
    (o.requested_at at time zone s.time_zone)::date as requested_on,
    case when o.expires_at > o.requested_at then o.expires_at else o.requested_at + s.expires_after end as expires_at,
    case when o.acknowledged_at >= o.requested_at then o.acknowledged_at end as acknowledged_at,
    case when o.completed_at >= o.requested_at then o.completed_at end as completed_at,
    case when o.cancelled_at >= o.requested_at then o.cancelled_at end as cancelled_at,
    case when o.updated_at >= o.requested_at then o.updated_at else o.requested_at end as updated_at
  from old_requests o
  cross join callback_private.settings s
  cross join (values ('^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$')) v (uuid)
), completed as (
  select
    c.row_id, c.old_id, c.derived_id, c.requester_id, c.listing_id,
      coalesce(c.given_seller_id, l.seller_id) as seller_id,
    buyer.id as known_requester, seller.id as known_seller, l.id as known_listing, c.old_status,
    case when c.status in ('pending', 'acknowledged') and c.expires_at <= now() then 'expired'
      else c.status end as status,
    c.cancelled_by, phone.number as phone, coalesce(c.name, buyer.full_name) as name,
    c.preferred_time, c.message, c.priority, c.callback_reason, c.preferred_days, c.requested_at, c.requested_on,
      c.expires_at, c.updated_at,
    case when c.status = 'cancelled' then c.cancel_reason end as cancel_reason,
    case
      when c.status = 'pending' then null
      when c.status = 'acknowledged' then coalesce(c.acknowledged_at, c.updated_at)
      when c.status = 'completed' then coalesce(c.acknowledged_at, c.completed_at, c.updated_at)
      else c.acknowledged_at end as acknowledged_at,
    case when c.status = 'completed' then coalesce(c.completed_at, c.acknowledged_at, c.updated_at) end as completed_at,
    case when c.status = 'cancelled' then coalesce(c.cancelled_at, c.updated_at) end as cancelled_at
  from cleaned c
  left join callback_private.host_listings l on l.id = c.listing_id
  left join callback_private.host_profiles buyer on buyer.id = c.requester_id
  left join callback_private.host_profiles seller on seller.id = coalesce(c.given_seller_id, l.seller_id)
  left join read_phones on read_phones.written = coalesce(c.phone, buyer.phone)
  cross join lateral (select coalesce(read_phones.e164,
    regexp_replace(regexp_replace(coalesce(c.phone, buyer.phone), '[\s().\-/]', '', 'g'), '^00', '+')) as number) phone
), identified as (
  select c.*, taken.id is null and c.old_id is not null as keeps_id,
    exists (select from public.callback_requests r
      where (r.id = c.derived_id or r.id = c.old_id) and r.requester_id = c.requester_id and r.listing_id = c.listing_id
        and r.requested_at = c.requested_at) as is_imported
  from completed c left join public.callback_requests taken on taken.id = c.old_id
), reasoned as (
  select i.*, case
    when i.is_imported then 'imported before'
    when i.status is null or i.status = 'skip' then 'the mapping does not import its status'
    when i.known_requester is null then 'the buyer is unknown'
    when i.known_listing is null then 'the listing is unknown'
    when i.known_seller is null then 'the seller is unknown'
    when i.requester_id = i.seller_id then 'the buyer''s own listing'
    when i.requested_at is null then 'no date'
    when i.phone is null or i.phone !~ '^\+[1-9][0-9]{6,14}$' then 'no phone number that can be read'
    when i.name is null then 'no name'
    when not (callback_private.is_plain_text(i.name, 100)
      and coalesce(callback_private.is_plain_text(i.preferred_time, 60), true)
      and coalesce(callback_private.is_plain_text(i.message, 1000, true), true)
      and coalesce(callback_private.is_plain_text(i.cancel_reason, 500, true), true))
        then 'a text is too long or has control characters'
    when exists (select from public.callback_requests r
      where r.requester_id = i.requester_id and r.listing_id = i.listing_id and r.requested_on = i.requested_on)
      then 'the buyer has another request for this listing and day'
  end as reason
  from identified i
)
select r.*, case when r.keeps_id then r.old_id else r.derived_id end as id,
  coalesce(r.reason, case when row_number() over (partition by r.requester_id, r.listing_id, r.requested_on,
    r.reason is null
    order by r.requested_at, r.row_id) > 1 then 'the buyer has another request for this listing and day' end) as refusal
from reasoned r;
