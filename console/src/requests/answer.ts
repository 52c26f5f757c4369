/** What an operator says to a buyer who asks why nobody called: one line for each thing that is known. */
import type { OperatorNotification, OperatorRequestDetail } from '@ringback/client';
import { texts as deliveryTexts } from '../deliveries/texts.ts';
import { channelName, reasonOf } from '../deliveries/words.ts';
import { format } from '../ui/format.ts';
import { outcomes, answerTexts as words } from './answerTexts.ts';
import { sellerOf } from './names.ts';

export function answerOf(detail: OperatorRequestDetail): string[] {
  const lines = [callsOf(detail), ...afterwards(detail)];
  if (detail.attempts_count === 0 && detail.status !== 'completed') lines.push(notifiedOf(detail));
  return lines;
}

function callsOf(detail: OperatorRequestDetail): string {
  const { attempts } = detail.request;
  const seller = sellerOf(detail);
  const last = attempts.at(-1);
  const reached = attempts.find(({ outcome }) => outcome === 'reached');
  if (reached) return words.reached(seller, format.relative(reached.attempted_at));
  if (last) {
    const outcome = outcomes[last.outcome] ?? last.outcome;
    return words.tried(seller, attempts.length, outcome, format.relative(last.attempted_at));
  }
  return detail.status === 'completed' ? words.completed(seller) : words.never(seller);
}

function afterwards({ request, status, cancelled_by }: OperatorRequestDetail): string[] {
  const { acknowledged_at: acknowledged, attempts, confirmation, paused_at, last_attempt } = request;
  const next = last_attempt?.next_attempt_at;
  const isContradicted = confirmation && confirmation.answer !== 'talked';
  return [
    status === 'acknowledged' && acknowledged && attempts.length === 0
      ? words.acknowledged(format.relative(acknowledged))
      : null,
    paused_at && words.wrongNumber,
    next && status === 'acknowledged' && words.next(format.relative(next)),
    isContradicted && words.contradicted,
    words.ended[cancelled_by ? `${status}_${cancelled_by}` : status],
  ].filter((line): line is string => typeof line === 'string');
}

/** By which ways the seller was notified of the request, and what happened to each. */
function notifiedOf({ notifications }: OperatorRequestDetail): string {
  const first = notifications.find(
    ({ as, notification_type }) => as === 'seller' && notification_type === 'new_request',
  );
  if (!first) return words.notNotified;
  return words.notified([inApp(first), ...first.deliveries.map(wayOf)].join(', '));
}

const inApp = ({ read_at }: OperatorNotification) =>
  read_at ? words.read(format.relative(read_at)) : words.unread;

function wayOf(delivery: OperatorNotification['deliveries'][number]): string {
  const channel = channelName(delivery.channel);
  const reason = delivery.state === 'failed' ? reasonOf(delivery) : undefined;
  if (reason) return words.failed(channel, reason.text.replace(/\.$/, ''));
  return words.delivery(channel, deliveryTexts.states[delivery.state] ?? delivery.state);
}
