/** A second kind of delivery, made as a feature would make it: a report to an operator. */
import type { Executor } from '@ringback/database';

/** The SQL that adds the kind. */
export const REPORTS = `
  create table callback_private.reports (
    id uuid primary key default gen_random_uuid(), title text not null, is_wanted boolean not null default true, state text not null default 'open');
  alter table callback_private.deliveries
    add column report_id uuid constraint deliveries_report_id_fkey references callback_private.reports on delete cascade,
    add column operator_id text,
    drop constraint deliveries_subject_kind_check, drop constraint deliveries_recipient_kind_check,
    add constraint deliveries_subject_kind_check check (subject_kind in ('notification', 'report')),
    add constraint deliveries_recipient_kind_check check (recipient_kind in ('person', 'operator')),
    add constraint deliveries_report_id_check check ((subject_kind = 'report') = (report_id is not null)),
    add constraint deliveries_operator_id_check check ((recipient_kind = 'operator') = (operator_id is not null));

  create function callback_private.judge_report_deliveries(p_delivery_ids uuid[])
  returns table (delivery_id uuid, refusal text, not_before timestamptz, message jsonb) language sql stable as $$
    select d.id, case when not r.is_wanted then 'switched_off' end, null::timestamptz,
      jsonb_build_object('address', d.operator_id || '@example.com', 'title', r.title)
    from callback_private.deliveries d join callback_private.reports r on r.id = d.report_id where d.id = any (p_delivery_ids)
  $$;
  create function callback_private.follow_report_deliveries(p_delivery_ids uuid[]) returns void language sql volatile as $$
    update callback_private.reports r set state = d.status
    from callback_private.deliveries d where d.report_id = r.id and d.id = any (p_delivery_ids)
  $$;`;

/** Writes a report, to be delivered by mail; gives its id. */
export async function writeReport(sql: Executor, title = 'Week 48'): Promise<string> {
  const [report] = await sql<[{ id: string }]>`
    insert into callback_private.reports (title) values (${title}) returning id`;
  await sql`insert into callback_private.deliveries (subject_kind, report_id, recipient_kind, operator_id, channel)
    values ('report', ${report.id}, 'operator', 'ops', 'email')`;
  return report.id;
}
