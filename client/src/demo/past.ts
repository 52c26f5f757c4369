/** Plays what people did before a demo begins, by the same rules. */
import { OPERATIONS } from '../operations/index.ts';
import type { PastAct } from './fixtures.ts';
import type { createOperator } from './operations.ts';
import { type DemoState, listing, person } from './state.ts';

const OPERATION_OF = {
  create: OPERATIONS.createCallbackRequest,
  acknowledge: OPERATIONS.updateCallbackRequestStatus,
  attempt: OPERATIONS.logCallbackAttempt,
  confirm: OPERATIONS.confirmCallbackRequest,
};

export function playPast(
  state: DemoState,
  acts: readonly PastAct[],
  now: number,
  operate: ReturnType<typeof createOperator>,
): DemoState {
  for (const act of acts) {
    const call = { state, userId: act.by, now: now - act.ago, happened: [], notified: new Set<string>() };
    const request = state.requests.find(({ listing_id }) => listing_id === act.about);
    const params = { id: request?.id };
    operate(call, OPERATION_OF[act.does], { params, body: { ...bodyOf(state, act), ...act.body } });
  }
  return state;
}

function bodyOf(state: DemoState, { does, by, about }: PastAct): Record<string, unknown> {
  if (does === 'acknowledge') return { status: 'acknowledged' };
  if (does !== 'create') return {};
  const buyer = person(state, by);
  return {
    ...{ listing_id: about, seller_id: listing(state, about)?.seller_id, priority: 'normal' },
    ...{ requester_name: buyer?.name, requester_phone: buyer?.phone },
  };
}
