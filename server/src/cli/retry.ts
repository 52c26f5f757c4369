/** `ringback retry`: dead letters are tried again, by ids or as a group, after a look at how many. */
import {
  DELIVERY_CHANNELS,
  type DeliveryChannel,
  type RetryDeliveries,
  type RetryResult,
} from '@ringback/client';
import type { Sql } from '@ringback/database';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, print, readOptions, UsageError } from './command.ts';

export const retry: Command = {
  summary: 'retries deliveries that were given up',
  help: `Usage: ringback retry --channel CHANNEL [--reason CODE] [--from TIME] [--to TIME] [--dry-run]
       ringback retry --ids ID,ID,… [--dry-run]

Makes dead letters due again, a thousand at a time, and says how many. What a provider accepted is never sent again; what may
have arrived is left out. Each is judged once more as it leaves: what is no longer true is not sent.

  --channel            email, sms, expo_push, web_push or webhook
  --reason             only those with this error code, such as ECONNREFUSED
  --from, --to         only those written between these times, such as 2026-12-01T10:00:00Z
  --ids                these deliveries
  --include-uncertain  also mails and push messages that may have arrived, which can then arrive twice; never SMS
  --dry-run            only counts
${OPERATOR_HELP}`,
  async run(args) {
    const { json, as, 'dry-run': isPreview = false, ...given } = readOptions(args, RETRY_OPTIONS);
    const which = whichOf(given);
    const result = await asOperator(as, ({ sql, operatorId }) => retryAll(sql, operatorId, which, isPreview));
    return json ? printJson(result) : print(inWords(result, isPreview), 0);
  },
};

const RETRY_OPTIONS = {
  ...OPERATOR_OPTIONS,
  channel: { type: 'string' },
  reason: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  ids: { type: 'string' },
  'include-uncertain': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

interface Given {
  channel?: string | undefined;
  reason?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  ids?: string | undefined;
  'include-uncertain'?: boolean | undefined;
}

/** @throws UsageError when it is not clear which are meant. */
function whichOf({ channel, reason, from, to, ids, ...flags }: Given): RetryDeliveries {
  const include_uncertain = flags['include-uncertain'] ?? false;
  if ((channel === undefined) === (ids === undefined)) throw new UsageError('Add either --channel or --ids.');
  if (ids !== undefined) return { ids: ids.split(','), include_uncertain };
  return {
    channel: channelOf(channel),
    ...{ include_uncertain, ...(reason && { reason }), ...(from && { from }), ...(to && { to }) },
  };
}

/** @throws UsageError for a channel that there is not. */
export function channelOf(name: string | undefined): DeliveryChannel {
  const channel = DELIVERY_CHANNELS.find((each) => each === name);
  if (!channel) throw new UsageError(`The channel must be one of ${DELIVERY_CHANNELS.join(', ')}.`);
  return channel;
}

/** Call by call, each of a thousand at most, until nothing is left. */
async function retryAll(
  sql: Sql,
  operator: string,
  which: RetryDeliveries,
  isPreview: boolean,
): Promise<RetryResult> {
  let retried = 0;
  for (;;) {
    const result = await retryOnce(sql, operator, { ...which, preview: isPreview });
    retried += result.retried;
    if (isPreview || result.retried === 0 || which.ids)
      return { ...result, matched: Math.max(result.matched, retried), retried };
  }
}

async function retryOnce(sql: Sql, operator: string, which: RetryDeliveries): Promise<RetryResult> {
  const [row] = await sql<{ result: RetryResult }[]>`
    select public.retry_callback_deliveries(${JSON.stringify(which)}::text::jsonb, ${operator}) as result`;
  return row?.result as RetryResult;
}

function inWords({ matched, retried, uncertain }: RetryResult, isPreview: boolean): string {
  const done = isPreview
    ? `${matched} deliveries would be retried.`
    : `${retried} deliveries are being retried.`;
  const left = uncertain > 0 ? ` ${uncertain} may have arrived and were left out.` : '';
  return `${done}${left}\n`;
}
