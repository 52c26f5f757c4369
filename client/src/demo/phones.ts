/** What a side reads of the buyer's number: all of it, a mask, or nothing. */
import { formatPhone } from '../phone/phone.ts';
import type { RevealedPhone } from '../schemas/requests.ts';
import { findRequest, isOpen, requireOpen, requireSide } from './machine.ts';
import type { Call, Side, StoredRequest } from './state.ts';

export function numbersFor({ state }: Call, request: StoredRequest, side: Side) {
  const { requester_phone: phone } = request;
  if (side === 'buyer') return { requester_phone: phone, requester_phone_masked: null };
  const isMasked = state.phone_visibility === 'on_call';
  return {
    requester_phone: isOpen(request) && !isMasked ? phone : null,
    requester_phone_masked: isOpen(request) && isMasked ? maskedPhone(phone) : null,
  };
}

/** The international form begins with it: "+44 20 7946 0123". */
const callingCode = (phone: string) => formatPhone(phone).split(' ', 1)[0] ?? '';

/** As masked_phone.sql has it. */
function maskedPhone(phone: string): string {
  const code = callingCode(phone);
  const shown = Math.max(0, Math.min(4, phone.length - code.length - 4));
  return `${code} •••• ••${phone.slice(phone.length - shown)}`;
}

/** Whether the digits are in the number, where it is masked only as a whole. */
export function isNumberFound({ state }: Call, { requester_phone }: StoredRequest, digits: string): boolean {
  if (state.phone_visibility === 'open') return requester_phone.includes(digits);
  return [requester_phone.slice(1), requester_phone.slice(callingCode(requester_phone).length)].includes(
    digits,
  );
}

/** The number of an open request, for its seller. */
export function revealPhone(call: Call, id: string): RevealedPhone {
  const request = findRequest(call, id);
  requireSide(call, request, 'seller', 'Only the seller can see the number.');
  requireOpen(request, 'show its number');
  return { id, requester_phone: request.requester_phone };
}
