/** What must be true of the tables after anything that can happen. Each query finds the rows that break a rule. */
import assert from 'node:assert/strict';
import type { Sql } from '@ringback/database';

/** Fails with the name and the rows of every rule that is broken. */
export async function expectInvariants(sql: Sql): Promise<void> {
  const broken: Record<string, unknown[]> = {};
  for (const [rule, query] of Object.entries(QUERIES)) {
    const rows = await sql.unsafe(query);
    if (rows.length > 0) broken[rule] = rows.slice(0, 5);
  }
  assert.deepEqual(broken, {});
}

const EFFECTIVE_STATUS = `case when r.status in ('pending', 'acknowledged') and r.expires_at <= now() then 'expired' else r.status end`;

/** What each side must have been notified of, read from the events and the types' causes. */
const EXPECTED_NOTIFICATIONS = `
  select e.callback_request_id, side.recipient_id, t.name as notification_type, e.id as event_id
  from callback_private.events e
  join callback_requests r on r.id = e.callback_request_id
  join callback_private.notification_types t on t.event_type = e.event_type and (t.to_status is null or t.to_status = e.to_status)
  join (values ('seller'), ('buyer')) as reader (name) on reader.name = any (t.recipients) and reader.name <> e.actor
  cross join lateral (select case reader.name when 'buyer' then e.requester_id else e.seller_id end as recipient_id) side
  where (e.data || jsonb_build_object('side', reader.name)) @@ t.event_filter and side.recipient_id is not null -- not erased
    and not exists ( -- undone
      select from callback_private.events u where u.callback_request_id = e.callback_request_id
        and u.event_type = 'acknowledgement_undone' and (u.data ->> 'undone_event_id')::bigint = e.id)`;
const PRESENT_NOTIFICATIONS =
  'select callback_request_id, recipient_id, notification_type, event_id from callback_request_notifications where recipient_id is not null';

/** The counts of one side, straight from the requests. */
const counted = (userColumn: string) => `
  select r.${userColumn} as user_id, count(*) as total,
    count(*) filter (where ${EFFECTIVE_STATUS} = 'pending') as pending,
    count(*) filter (where ${EFFECTIVE_STATUS} = 'acknowledged') as acknowledged,
    count(*) filter (where ${EFFECTIVE_STATUS} = 'completed') as completed,
    count(*) filter (where ${EFFECTIVE_STATUS} = 'cancelled') as cancelled,
    count(*) filter (where ${EFFECTIVE_STATUS} = 'expired') as expired,
    count(*) filter (where r.cancelled_by in ('operator', 'system')) as closed
  from callback_requests r group by 1`;

const rate = (part: string, whole: string) => `coalesce(round(${part} * 100.0 / nullif(${whole}, 0), 1), 0)`;

/** The newest 200 of 90 days of each seller by rank, those that count, and how they ended. */
const FIGURES = `
  select r.seller_id, count(*) as judged, count(r.answered_at) as answered,
    count(*) filter (where r.status = 'completed' and c.answer is null or c.answer = 'talked') as contacts,
    percentile_cont(0.5) within group (order by extract(epoch from r.answered_at - r.requested_at) / 60) as median
  from (
    select *, case when acknowledged_at is not null then acknowledged_at when cancelled_by = 'seller' then cancelled_at end as answered_at,
      rank() over (partition by seller_id order by requested_at desc, id desc) as place
    from callback_requests) r
  left join callback_private.confirmations c on c.callback_request_id = r.id
  where r.place <= 200 and r.requested_at > now() - interval '2160 hours' and coalesce(r.cancelled_by, '') not in ('operator', 'system')
    and (r.answered_at is not null or ${EFFECTIVE_STATUS} = 'expired')
  group by 1`;

const EXPECTED_STATS = `
  select p.id as user_id, jsonb_build_object(
    'as_seller', jsonb_build_object(
      'total_received', coalesce(s.total, 0), 'pending', coalesce(s.pending, 0),
      'acknowledged', coalesce(s.acknowledged, 0), 'completed', coalesce(s.completed, 0),
      'cancelled', coalesce(s.cancelled, 0), 'expired', coalesce(s.expired, 0),
      'response_rate', ${rate('(s.acknowledged + s.completed)', '(s.total - s.closed)')},
      'answer_rate', case when f.judged >= 5 then round(f.answered * 100.0 / f.judged, 1) end,
      'contact_rate', case when f.judged >= 5 then round(f.contacts * 100.0 / f.judged, 1) end,
      'median_response_minutes', case when f.answered >= 5 then round(f.median::numeric, 1) end),
    'as_requester', jsonb_build_object(
      'total_sent', coalesce(b.total, 0), 'pending_sent', coalesce(b.pending, 0),
      'acknowledged_sent', coalesce(b.acknowledged, 0), 'completed_sent', coalesce(b.completed, 0),
      'cancelled_sent', coalesce(b.cancelled, 0), 'expired_sent', coalesce(b.expired, 0),
      'success_rate', ${rate('b.completed', '(b.total - b.closed)')})) as stats
  from profiles p
  left join (${counted('seller_id')}) s on s.user_id = p.id
  left join (${FIGURES}) f on f.seller_id = p.id
  left join (${counted('requester_id')}) b on b.user_id = p.id`;

const QUERIES: Record<string, string> = {
  'one request per requester, listing and day': `
    select requester_id, listing_id, requested_on from callback_requests where holds_day and num_nulls(requester_id, listing_id) = 0
    group by 1, 2, 3 having count(*) > 1`,

  'the day is the one of the marketplace': `
    select r.id, r.requested_at, r.requested_on from callback_requests r cross join callback_private.settings s
    where r.requested_on <> (r.requested_at at time zone s.time_zone)::date`,

  'a day is set free once, by a withdrawal': `
    select requester_id, listing_id, requested_on from callback_requests where not holds_day and num_nulls(requester_id, listing_id) = 0
    group by 1, 2, 3 having count(*) > 1 or not bool_and(status = 'cancelled' and cancelled_by = 'buyer')`,

  'nobody asks themselves, and the seller owns the listing': `
    select r.id from callback_requests r left join listings l on l.id = r.listing_id
    where r.requester_id = r.seller_id or (num_nulls(r.seller_id, r.listing_id) = 0 and l.user_id is distinct from r.seller_id)`,

  'who was erased has left no word, and what is open has both sides': `
    select r.* from callback_requests r
    where (r.requester_id is null and num_nonnulls(r.requester_phone, r.requester_name, r.message, r.preferred_time, r.preferred_days) > 0)
      or (num_nulls(r.requester_id, r.seller_id) > 0 and (r.erased_at is null or r.cancel_reason is not null))
      or (num_nulls(r.requester_id, r.seller_id, r.listing_id) > 0 and r.status in ('pending', 'acknowledged'))
      or (r.requester_id is null) <> (r.requester_hash is not null) or (r.seller_id is null) <> (r.seller_hash is not null)`,

  'what belongs to a request names the people that it names': `
    select r.id from callback_requests r
    where exists (select from callback_private.events e where e.callback_request_id = r.id
        and (e.requester_id, e.seller_id) is distinct from (r.requester_id, r.seller_id))
      or exists (select from callback_private.attempts a where a.callback_request_id = r.id and a.seller_id is distinct from r.seller_id)
      or exists (select from callback_private.confirmations c where c.callback_request_id = r.id and c.seller_id is distinct from r.seller_id)
      or exists (select from callback_request_notifications n where n.callback_request_id = r.id and n.seller_id is distinct from r.seller_id)`,

  'phone numbers are E.164': `
    select id, requester_phone from callback_requests where requester_phone !~ '^\\+[1-9]\\d{6,14}$'`,

  'texts are trimmed, bounded and never blank': `
    select r.id, f.name from callback_requests r
    cross join unnest(callback_private.editable_fields() || array['cancel_reason']) f (name)
    cross join lateral (select to_jsonb(r) ->> f.name as text) written
    where written.text <> btrim(written.text) or length(written.text) not between 1 and 1000 or written.text = '[]'`,

  'times fit the status': `
    select r.* from callback_requests r
    where (r.status = 'pending' and (r.acknowledged_at, r.completed_at, r.cancelled_at) is distinct from (null, null, null))
      or (r.status in ('acknowledged', 'completed')) > (r.acknowledged_at is not null)
      or (r.status = 'completed') <> (r.completed_at is not null)
      or (r.status = 'cancelled') <> (r.cancelled_at is not null)
      or (r.status = 'cancelled') <> (r.cancelled_by is not null)
      or (r.status = 'expired' and r.expires_at > now())
      or (r.paused_at is not null and r.status <> 'acknowledged')
      or least(r.acknowledged_at, r.completed_at, r.cancelled_at, r.expires_at, r.updated_at) < r.requested_at
      or r.completed_at < r.acknowledged_at or r.cancelled_at < r.acknowledged_at
      or greatest(r.acknowledged_at, r.completed_at, r.cancelled_at) > r.updated_at`,

  'a request is paused when its last attempt was a wrong number that was not edited since': `
    select r.id from callback_requests r
    left join lateral (
      select e.* from callback_private.events e where e.callback_request_id = r.id
        and (e.event_type = 'call_attempted' or e.event_type = 'request_edited' and e.data -> 'fields' ? 'requester_phone')
      order by e.id desc limit 1) last on true
    where r.status = 'acknowledged' and (r.paused_at is not null) <> (last.data ->> 'outcome' is not distinct from 'wrong_number')`,

  'notes are trimmed, and of the seller of their request': `
    select n.* from callback_private.seller_notes n join callback_requests r on r.id = n.callback_request_id
    where n.seller_id <> r.seller_id or n.note <> btrim(n.note) or n.note = ''`,

  'an edit leaves its time': `
    select r.id from callback_requests r
    where (r.edited_at is not null) <> exists (
      select from callback_private.events e where e.callback_request_id = r.id and e.event_type = 'request_edited')`,

  'every request begins with its creation': `
    select r.id from callback_requests r
    where (select array[e.event_type, e.actor, e.from_status, e.to_status] from callback_private.events e
      where e.callback_request_id = r.id order by e.id limit 1)
      is distinct from array['request_created', 'buyer', null, 'pending']`,

  'each event begins where the one before ended': `
    select * from (
      select e.*, lag(e.to_status) over (partition by e.callback_request_id order by e.id) as before from callback_private.events e) chain
    where event_type <> 'request_created' and from_status is distinct from before`,

  'no event is earlier than the one before': `
    select * from (
      select e.*, lag(e.happened_at) over (partition by e.callback_request_id order by e.id) as before from callback_private.events e
      where event_type not in ('request_deleted', 'seller_note_changed', 'request_snoozed')) chain
    where happened_at < before`,

  'the last event says the present status': `
    select r.id, r.status from callback_requests r
    where (select e.to_status from callback_private.events e where e.callback_request_id = r.id order by e.id desc limit 1)
      is distinct from r.status`,

  'what was deleted ends with its deletion': `
    select e.callback_request_id from callback_private.events e
    where not exists (select from callback_requests r where r.id = e.callback_request_id)
    group by 1 having count(*) filter (where e.event_type = 'request_deleted') <> 1`,

  'nothing leads out of a final status': `
    select * from callback_private.events where event_type = 'status_changed' and from_status in ('completed', 'cancelled', 'expired')`,

  'events and notifications are of known types': `
    select event_type from callback_private.events except select name from callback_private.event_types
    union all
    (select notification_type from callback_request_notifications except select name from callback_private.notification_types)
    union all
    (select event_type from callback_private.notification_types except select name from callback_private.event_types)
    union all
    (select unnest(replaces) from callback_private.notification_types except select name from callback_private.notification_types)`,

  'an operator is named when and only when one acted': `
    select e.id from callback_private.events e
    left join callback_private.operators o on o.id = e.operator_id where (e.actor = 'operator') <> (o.id is not null)`,

  'nobody missed a notification': `${EXPECTED_NOTIFICATIONS} except ${PRESENT_NOTIFICATIONS}`,
  'nobody was notified of what did not happen': `${PRESENT_NOTIFICATIONS} except ${EXPECTED_NOTIFICATIONS}`,

  'a notification tells the truth about its deliveries': `
    select n.id, n.status, n.sent_at, n.delivered_at, d.*
    from callback_request_notifications n
    cross join lateral (
      select count(*) as deliveries,
        coalesce(bool_or(channel = 'email' and sent_at is not null), false) as email,
        coalesce(bool_or(channel like '%push' and sent_at is not null), false) as push,
        coalesce(bool_or(channel = 'sms' and sent_at is not null), false) as sms,
        array_agg(status) as statuses, min(sent_at) as first_sent_at
      from callback_private.deliveries where notification_id = n.id) d
    where (n.email_sent, n.push_sent, n.sms_sent) is distinct from (d.email, d.push, d.sms)
      or n.status <> case
        when n.read_at is not null or 'delivered' = any (d.statuses) then 'delivered'
        when d.deliveries = 0 or 'sent' = any (d.statuses) then 'sent'
        when d.statuses && '{pending,sending,parked}' then 'pending'
        when 'failed' = any (d.statuses) then 'failed'
        else 'suppressed' end
      or (n.status = 'delivered') <> (n.delivered_at is not null)
      or n.sent_at is distinct from case when d.deliveries = 0 then n.created_at else d.first_sent_at end`,

  'a delivery belongs to its notification’s recipient': `
    select d.id from callback_private.deliveries d join callback_request_notifications n on n.id = d.notification_id
    where (d.person_id, d.seller_id) is distinct from (n.recipient_id, n.seller_id)`,

  'the statistics are what counting gives': `
    select user_id, stats as counted, get_callback_request_stats(user_id)::jsonb as answered from (${EXPECTED_STATS}) expected
    where stats <> get_callback_request_stats(user_id)::jsonb`,
};
