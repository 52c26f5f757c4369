/** `ringback pause` and `ringback resume`: a channel's deliveries wait, and go on. */
import type { ChannelPause } from '@ringback/client';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, print, readOptions } from './command.ts';
import { channelOf } from './retry.ts';

export const pause: Command = {
  summary: 'pauses a channel, whose deliveries wait',
  help: `Usage: ringback pause CHANNEL [--reason TEXT]

Stops deliveries of a channel (email, sms, expo_push, web_push, webhook) in all workers within seconds. They wait, and none is
given up meanwhile.

  --reason    why, for other operators
${OPERATOR_HELP}`,
  run: ([channel, ...args]) => setPause(channel, true, args),
};

export const resume: Command = {
  summary: 'resumes a channel that was paused',
  help: `Usage: ringback resume CHANNEL

Lets the deliveries of a channel go on. Each is judged as it leaves: what is no longer true is not sent.

${OPERATOR_HELP}`,
  run: ([channel, ...args]) => setPause(channel, false, args),
};

async function setPause(name: string | undefined, isPaused: boolean, args: string[]): Promise<number> {
  const channel = channelOf(name);
  const { json, as, reason } = readOptions(args, { ...OPERATOR_OPTIONS, reason: { type: 'string' } });
  const result = await asOperator(as, async ({ sql, operatorId }) => {
    const [row] = await sql<{ result: ChannelPause }[]>`
      select public.pause_callback_channel(${channel}, ${isPaused}, ${reason ?? null}, ${operatorId}) as result`;
    return row?.result as ChannelPause;
  });
  const words = isPaused
    ? `${channel} is paused. Resume it with: ringback resume ${channel}`
    : `${channel} goes on.`;
  return json ? printJson(result) : print(`${words}\n`, 0);
}
