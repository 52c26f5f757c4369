/** Who is signed in, and what their role allows. */
import type { OperatorSession } from '@ringback/client';
import { createContext, use } from 'react';

export type Role = OperatorSession['role'];

const RANKS: Record<Role, number> = { viewer: 0, support: 1, admin: 2 };

export const SessionContext = createContext<OperatorSession | null>(null);

export function useSession(): OperatorSession {
  const session = use(SessionContext);
  if (!session) throw new Error('Draw this component below <SessionGate>.');
  return session;
}

/** Whether the operator's role is that one or one that may more. The API decides; this only draws what would be refused. */
export function useCan(role: Role): boolean {
  return RANKS[useSession().role] >= RANKS[role];
}
