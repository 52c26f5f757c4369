/** The callers of the API's authorization matrix: as whom each acts, or why each is turned away. */
import type { Access, Operation } from '@ringback/client';
import type { IdType, Person } from '@ringback/testing/database/index.ts';
import type { World } from '@ringback/testing/security/world.ts';

export type PersonName =
  | 'buyer'
  | 'seller'
  | 'otherBuyer'
  | 'otherSeller'
  | 'outsider'
  | 'viewer'
  | 'support'
  | 'admin'
  | 'erased';

export type ApiWorld = World & {
  ids: IdType;
  /** A person who has nothing to do with any request. */
  outsider: Person;
  /** Three operators; as persons they have nothing to do with any request either. */
  viewer: Person;
  support: Person;
  admin: Person;
  erased: { id: string };
  lamp: { id: string; user_id: string };
  /** A notification of each buyer's. */
  toBuyerId: string;
  toOtherBuyerId: string;
  /** An operator who makes none of the calls, and a session of theirs. */
  operatorId: string;
  operatorSessionId: string;
};

const UNAUTHENTICATED = '401 unauthenticated';
const FORBIDDEN = '403 forbidden';
const everywhere = (outcome: string) => ({ user: outcome, operator: outcome, service: outcome });

/** What a caller is answered by the operation's access, whatever its input. */
type Refusals = Partial<Record<Access, string>>;

interface Caller {
  acts?: PersonName;
  refused: Refusals;
}

const person = (acts: PersonName): Caller => ({ acts, refused: { operator: FORBIDDEN, service: FORBIDDEN } });
const service = (acts: PersonName): Caller => ({ acts, refused: { operator: FORBIDDEN } });

const session = (acts: PersonName): Caller => ({
  ...{ acts, refused: { user: UNAUTHENTICATED, service: UNAUTHENTICATED } },
});

/** Those who come with a session in place of a token. */
export const SESSIONS: Record<string, Caller> = {
  'viewer’s session': session('viewer'),
  'support’s session': session('support'),
  'admin’s session': session('admin'),
  'cookie without key': { refused: everywhere(UNAUTHENTICATED) },
  'key without cookie': { refused: everywhere(UNAUTHENTICATED) },
  'cookie with another’s key': { refused: everywhere(UNAUTHENTICATED) },
  'ended session': { refused: everywhere(UNAUTHENTICATED) },
  'expired session': { refused: everywhere(UNAUTHENTICATED) },
  'session of a disabled operator': { refused: everywhere(UNAUTHENTICATED) },
};

export const CALLERS: Record<string, Caller> = {
  'no token': { refused: everywhere(UNAUTHENTICATED) },
  'expired token': { refused: everywhere(UNAUTHENTICATED) },
  'token for another audience': { refused: everywhere(UNAUTHENTICATED) },
  'token signed with another key': { refused: everywhere(UNAUTHENTICATED) },
  'token of a visitor': { refused: everywhere(UNAUTHENTICATED) },
  'service for nobody': { refused: { user: '422 invalid_input', operator: FORBIDDEN } },
  'buyer for the seller': { refused: everywhere(FORBIDDEN) },
  'admin for the seller': { refused: everywhere(FORBIDDEN) },
  buyer: person('buyer'),
  seller: person('seller'),
  'other buyer': person('otherBuyer'),
  'other seller': person('otherSeller'),
  'erased person': person('erased'),
  'token with the role admin': person('outsider'),
  'operator with an unknown role': person('outsider'),
  'viewing operator': { acts: 'viewer', refused: { service: FORBIDDEN } },
  'supporting operator': { acts: 'support', refused: { service: FORBIDDEN } },
  'administrating operator': { acts: 'admin', refused: { service: FORBIDDEN } },
  ...SESSIONS,
  'service for the buyer': service('buyer'),
  'service for the seller': service('seller'),
  'service for the other seller': service('otherSeller'),
};

const RANKS = ['viewer', 'support', 'admin'];

/** The refusal that the caller meets whatever the input, where there is one. */
export const refusalOf = ({ refused }: Caller, { access }: Operation) => refused[access];

/** Whether the role is below the operation's scope, which is asked before the input is read. */
export function isBelowScope({ acts }: Caller, { access, scope = 'viewer' }: Operation): boolean {
  return access === 'operator' && RANKS.indexOf(acts ?? '') < RANKS.indexOf(scope);
}
