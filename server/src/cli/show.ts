/** `ringback show`: one request with all that happened, or one person. */
import {
  deliveryReason,
  type OperatorNotification,
  type OperatorPersonDetail,
  type OperatorRequestDetail,
} from '@ringback/client';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, print, readOptions, UsageError } from './command.ts';

export const show: Command = {
  summary: 'shows a request with all that happened, or a person',
  help: `Usage: ringback show ID [--person]

Shows a request: who, what each side sees, calls, notifications with what happened to them and why, notes. With --person a person:
their counts, limits, devices. Numbers and mail addresses are masked; --json has everything.

  --person    ID is a person's
${OPERATOR_HELP}`,
  run: ([id, ...args]) => showOne(id, args),
};

async function showOne(id: string | undefined, args: string[]): Promise<number> {
  if (id === undefined || id.startsWith('--')) throw new UsageError('Add the id of a request.');
  const { json, as, person } = readOptions(args, {
    ...OPERATOR_OPTIONS,
    person: { type: 'boolean', default: false },
  });
  if (person) {
    const detail = await readPerson(as, id);
    return json ? printJson(detail) : print(`${personLines(detail).join('\n')}\n`, 0);
  }
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw new UsageError('A request’s id is a UUID; `ringback find` finds it by its beginning.');
  const detail = await readRequest(as, id);
  return json ? printJson(detail) : print(`${requestLines(detail).join('\n')}\n`, 0);
}

const readRequest = (as: string | undefined, id: string) =>
  asOperator(as, async ({ sql, operatorId }) => {
    const [row] = await sql<{ detail: OperatorRequestDetail }[]>`
      select public.inspect_callback_request(${id}, ${operatorId}) as detail`;
    return row?.detail as OperatorRequestDetail;
  });

const readPerson = (as: string | undefined, id: string) =>
  asOperator(as, async ({ sql, operatorId }) => {
    const [row] = await sql<{ detail: OperatorPersonDetail }[]>`
      select public.inspect_callback_person(callback_private.person_of(${id}), ${operatorId}) as detail`;
    return row?.detail as OperatorPersonDetail;
  });

function requestLines(detail: OperatorRequestDetail): string[] {
  const { buyer, seller, listing, request } = detail;
  return [
    `${listing.title ?? 'A listing that is gone'}  (${detail.status})`,
    `  id        ${detail.id}`,
    `  buyer     ${buyer.name ?? '–'}  ${buyer.id ?? 'erased'}  ${detail.phone_masked ?? ''}`,
    `  seller    ${seller.name ?? '–'}  ${seller.id ?? 'erased'}`,
    `  requested ${detail.requested_at}, expires ${detail.expires_at}`,
    `  seller sees the number: ${detail.seller_sees?.requester_phone ? 'yes' : 'no'}`,
    ...request.attempts.map(({ outcome, attempted_at }) => `  call      ${attempted_at} ${outcome}`),
    ...(request.attempts.length === 0 ? ['  call      none logged'] : []),
    'Happened',
    ...detail.history.map(
      ({ at, actor, operator, event_type, to_status }) =>
        `  ${at}  ${operator?.name ?? actor}: ${event_type.replaceAll('_', ' ')} (${to_status})`,
    ),
    'Notified',
    ...detail.notifications.flatMap(notificationLines),
    ...detail.notes.map(
      ({ created_at, operator, note }) => `Note ${created_at} ${operator.name ?? ''}: ${note}`,
    ),
  ];
}

const notificationLines = (notification: OperatorNotification) => [
  `  ${notification.created_at}  ${notification.as}: ${notification.title}${notification.read_at ? ' (read)' : ''}`,
  ...notification.deliveries.map((delivery) => {
    const reason = delivery.reason && deliveryReason(delivery.reason, delivery.provider);
    return `    ${delivery.channel} ${delivery.state}${reason ? `: ${reason.text} ${reason.cure}` : ''}`;
  }),
];

function personLines(detail: OperatorPersonDetail): string[] {
  const { sent, received, limits, devices } = detail;
  return [
    `${detail.name ?? 'No name'}  ${detail.id}${detail.is_active ? '' : '  (not active)'}`,
    `  number ${detail.phone_masked ?? '–'}  mail ${detail.email_masked ?? '–'}`,
    `  sent ${sent.total} (${sent.pending} pending), received ${received.total} (${received.pending} pending)`,
    ...limits.map(({ limit, used, allowed }) => `  ${limit}: ${used} of ${allowed ?? 'no limit'}`),
    `  devices ${devices.filter(({ retired_at }) => !retired_at).length}`,
    ...[...sent.recent, ...received.recent].map(
      ({ id, status, listing }) => `  ${id}  ${status}  ${listing.title}`,
    ),
  ];
}
