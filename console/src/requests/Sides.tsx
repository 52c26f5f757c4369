/** What the buyer and the seller read of a request now, one beside the other. */
import type { CallbackRequestDetail } from '@ringback/client';
import { StatusBadge } from '../ui/Badge.tsx';
import { DetailList } from '../ui/DetailList.tsx';
import { format } from '../ui/format.ts';
import { Time } from '../ui/Time.tsx';
import { outcomes } from './answerTexts.ts';
import { texts } from './texts.ts';

const { sides: words } = texts;

type Seen = CallbackRequestDetail | null;

export function Sides({ buyer, seller }: { buyer: Seen; seller: Seen }) {
  return (
    <div className="sides">
      <Side title={words.buyer} request={buyer} canOf={buyerCan} />
      <Side title={words.seller} request={seller} canOf={sellerCan} />
    </div>
  );
}

interface SideProps {
  title: string;
  request: Seen;
  canOf: (request: CallbackRequestDetail) => string[];
}

function Side({ title, request, canOf }: SideProps) {
  return (
    <div className="side">
      <h3>{title}</h3>
      {request ? <What request={request} can={canOf(request)} /> : <p className="quiet">{words.erased}</p>}
    </div>
  );
}

function What({ request, can }: { request: CallbackRequestDetail; can: string[] }) {
  const { status, requester_phone, attempts, seller_note, snoozed_until } = request;
  return (
    <DetailList
      details={[
        { label: words.status, value: <StatusBadge status={status} /> },
        { label: words.number, value: requester_phone ?? words.noNumber },
        { label: words.calls, value: callsOf(attempts) },
        { label: words.can, value: can.join(', ') || words.nothing },
        { label: words.note, value: seller_note },
        { label: words.snoozed, value: snoozed_until && <Time at={snoozed_until} isFocusable /> },
      ]}
    />
  );
}

const callsOf = (attempts: CallbackRequestDetail['attempts']) =>
  attempts.length === 0
    ? format.number(0)
    : attempts.map(({ outcome }) => outcomes[outcome] ?? outcome).join(', ');

const isOpen = ({ status }: CallbackRequestDetail) => status === 'pending' || status === 'acknowledged';

function buyerCan(request: CallbackRequestDetail): string[] {
  const { edit, extend, confirm, again } = words.buyerCan;
  return [
    isOpen(request) && edit,
    request.can_extend && extend,
    request.can_confirm_until && confirm,
    request.may_request_again_at && again,
  ].filter((act) => typeof act === 'string');
}

function sellerCan(request: CallbackRequestDetail): string[] {
  return [isOpen(request) && words.sellerCan.call, request.undo_until && words.sellerCan.undo].filter(
    (act) => typeof act === 'string',
  );
}
