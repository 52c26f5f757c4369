/** Guards taken out of the codes that confirm a number. */
import type { Mutant } from './mutant.ts';

const edit = (functionName: string, from: string, to: string, killedBy: string): Mutant => ({
  name: `${functionName}: ${from} → ${to || 'nothing'}`,
  edit: [functionName, from, to],
  killedBy,
});

export const codes: Mutant[] = [
  edit('confirm_callback_code', 'v_code.tries >= 5', 'false', 'guesses a code more than five times'),
  edit('confirm_callback_code', 'tries = c.tries + 1, ', '', 'guesses a code more than five times'),
  edit('resend_code', 'v_resend_at > now()', 'false', 'has codes sent over and over'),
  edit(
    'lock_for_code',
    'and h.requester_id = p_user_id',
    '',
    'confirms the number of someone else’s request',
  ),
];
