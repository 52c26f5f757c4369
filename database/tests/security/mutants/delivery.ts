/** Guards taken out of deliveries, devices and reminders. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

export const delivery: Mutant[] = [
  edit('list_callback_devices', 'd.user_id = v_user_id', 'true', 'lists somebody’s devices'),
  edit('retire_callback_device', 'd.user_id = v_user_id', 'true', 'takes somebody’s device away'),
  edit('unsubscribe_from_mail', 'd.secret = p_secret', 'true', 'stops a stranger’s mail with a guessed link'),
  edit(
    'take_due_deliveries',
    'now() + p_lease',
    'now()',
    'a delivery is claimed again while its lease lasts',
  ),
  edit('take_due_deliveries', 'and m.has_left', 'and false', 'an SMS that may have left is sent again'),
  edit('take_due_deliveries', 'm.quiet_until is not null', 'false', 'mail comes in quiet hours'),
  edit(
    'take_due_deliveries',
    'm.is_wanted is not true',
    'false',
    'mail comes that was switched off meanwhile',
  ),
  edit('is_wanted', `p_priority = 'urgent'`, 'true', 'an SMS comes about what is not urgent'),
  edit(
    'write_settlement',
    `d.status = 'sent' and p_status <> 'sent'`,
    'true',
    'a delivery’s status goes back',
  ),
  edit(
    'write_results',
    'and d.attempts = r.attempt',
    '',
    'a worker whose lease is over fails what another is sending',
  ),
  edit('remind_due_sellers', 'and r.reminded_at is null', '', 'a seller is reminded twice'),
  {
    name: 'drops the check of push addresses',
    sql: 'alter table callback_private.devices drop constraint devices_token_check',
    killedBy: 'makes the server call an address of their own',
  },
];
