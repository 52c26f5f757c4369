/** Guards taken out of deliveries, devices and reminders. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

export const delivery: Mutant[] = [
  edit('list_callback_devices', 'd.user_id = v_user_id', 'true', 'lists someone’s devices'),
  edit('retire_callback_device', 'd.user_id = v_user_id', 'true', 'takes someone’s device away'),
  edit('person_of_mail', 'd.secret = p_secret', 'true', 'stops a stranger’s mail with a guessed link'),
  edit(
    'person_of_mail',
    'd.secret = p_secret',
    'true',
    'reads a stranger’s mail settings with a guessed link',
  ),
  edit('claim_deliveries', 'now() + p_lease', 'now()', 'a delivery is claimed again while its lease lasts'),
  edit(
    'claim_deliveries',
    'and due.send_began_at is not null',
    'and false',
    'an SMS that may have left is sent again',
  ),
  edit('claim_deliveries', 'a.not_before is not null', 'false', 'mail comes in quiet hours'),
  edit(
    'judge_notification_deliveries',
    'callback_private.is_wanted(p, d.channel, t, r.priority) is not true',
    'false',
    'mail comes that was switched off meanwhile',
  ),
  edit('is_wanted', `p_priority = 'urgent'`, 'true', 'an SMS comes about what is not urgent'),
  edit(
    'settle_delivery',
    `d.status = 'sent' and p_status <> 'sent'`,
    'true',
    'a delivery’s status goes back',
  ),
  edit(
    'record_deliveries',
    'and d.attempts = r.attempt',
    '',
    'a worker whose lease is over fails what another is sending',
  ),
  edit('remind_callback_sellers', 'and r.reminded_at is null', '', 'a seller is reminded twice'),
  {
    name: 'drops the check of push addresses',
    sql: 'alter table callback_private.devices drop constraint devices_token_check',
    killedBy: 'makes the server call an address of their own',
  },
];
