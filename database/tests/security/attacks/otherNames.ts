/** Every function that acts for a user, called in another's name. */
import { expectRefusal } from '@ringback/testing/database/index.ts';
import { MISSING_OF_OPERATORS, type Objects } from '@ringback/testing/operations/samples.ts';
import { CALLS, type SqlSample, sqlOf } from '@ringback/testing/operations/sqlCalls.ts';
import { type Attack, attack } from '../support/attack.ts';
import type { Stage } from '../support/stage.ts';

/** The name of the attack that calls this function and names someone else as the one who acts. */
export const inAnothersName = (functionName: string) => `calls ${functionName} in another’s name`;

/** The status to which the seller brings the request first, for calls that a pending one does not allow. */
const STATUS_BEFORE: Record<string, string> = {
  confirm_callback_request: 'completed',
  undo_callback_acknowledgement: 'acknowledged',
};

/** One of each function that acts for a user: a stranger names a person who may make the call. */
export const otherNames: Attack[] = CALLS.filter(
  ({ access, function: called }, index) =>
    access === 'user' && CALLS.findIndex((other) => other.function === called) === index,
).map((sample) => {
  const call = async (stage: Stage, who: Who) => {
    const victim = isForSellers(sample) ? stage.seller : stage.buyer;
    const objects = await objectsOf(stage, victim);
    const status = STATUS_BEFORE[sample.function];
    if (status)
      await stage.ask(
        stage.seller,
      )`select public.update_callback_request_status(${stage.requestId}, ${status})`;
    return stage.as(who === 'self' ? victim : stage.otherBuyer, (sql) =>
      sql.unsafe(`select ${sqlOf(sample, objects, `'${victim.id}'`)}`),
    );
  };
  return attack(
    inAnothersName(sample.function),
    (stage) => expectRefusal(call(stage, 'stranger'), 'forbidden'),
    (stage) => succeedOrRefuse(sample, call(stage, 'self')),
  );
});

/** A call that the sample's request does not allow gets that far all the same. */
const succeedOrRefuse = (sample: SqlSample, called: Promise<unknown>) => {
  const outcome = sample.outcomes[isForSellers(sample) ? 'seller' : 'buyer'];
  return outcome === 'conflict' ? expectRefusal(called, outcome) : called;
};

type Who = 'self' | 'stranger';

const isForSellers = ({ outcomes }: SqlSample) => outcomes.seller !== 'forbidden';

/** What belongs to that person; a listing of someone else's, about which they may ask. */
async function objectsOf(stage: Stage, { id }: { id: string }): Promise<Objects> {
  const { owner, requestId, notificationId, buyer, spare, chair } = stage;
  const device = `ExponentPushToken[${id}]`;
  await owner`insert into callback_private.devices (user_id, kind, token) values (${id}, 'expo', ${device})`;
  const { id: listing, user_id: seller } = id === buyer.id ? spare : chair;
  return {
    request: requestId,
    notification: notificationId,
    listing,
    seller,
    device,
    ...MISSING_OF_OPERATORS,
  };
}
