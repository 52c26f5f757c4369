/** Handlers of what concerns the operator's own session: its secrets travel in a header and a cookie, never through the log or into the database. */
import { type CreateOperatorSession, OPERATIONS } from '@ringback/client';
import type { FastifyRequest } from 'fastify';
import packageJson from '../../../package.json' with { type: 'json' };
import { bearerToken } from '../access/access.ts';
import { invalidToken, type TokenVerifier } from '../access/identity.ts';
import { operatorOfToken } from '../access/operators.ts';
import { hashOf, newSecret, setCookie } from '../access/sessions.ts';
import type { OperationHandler } from '../types.ts';
import { answerFromDatabase, type DatabaseHandlerParts } from './fromDatabase.ts';

interface Parts extends DatabaseHandlerParts {
  verify: TokenVerifier;
  publicUrl: string;
}

/** What the database says of a session; the marketplace may have no name. */
interface Described {
  expires_at: string;
  marketplace: string | null;
}

/** The handlers by the names of their operations. */
export function operatorSessionHandlers(parts: Parts): Record<string, OperationHandler> {
  const { database, publicUrl } = parts;
  const endInDatabase = answerFromDatabase(OPERATIONS.endOperatorSession, parts);

  async function describe(operatorId: string, sessionId: string | null) {
    const session = await database.value<Described>(
      (sql) => sql`select callback_private.get_operator_session(${operatorId}, ${sessionId})`,
    );
    const marketplace = session.marketplace ?? new URL(publicUrl).host;
    return { ...session, marketplace, version: packageJson.version };
  }

  return {
    async createOperatorSession(request, reply) {
      const [cookie, key] = [newSecret(), newSecret()];
      const { operator_id, session_id } = await signIn(parts, request, cookie, key);
      const session = await describe(operator_id, session_id);
      setCookie(request, reply, publicUrl, { secret: cookie, expiresAt: session.expires_at });
      return reply.code(201).send({ ...session, session_key: key });
    },

    getOperatorSession: async ({ operatorId, operatorSessionId }) => describe(operatorId, operatorSessionId),

    async endOperatorSession(request, reply) {
      const answer = await endInDatabase(request, reply);
      const { id } = request.params as { id: string };
      if (id === request.operatorSessionId) setCookie(request, reply, publicUrl, null);
      return answer;
    },
  };
}

interface Created {
  operator_id: string;
  session_id: string;
}

/** Makes the session, by a link's token or by the operator's own, which has dots in it. */
async function signIn(parts: Parts, request: FastifyRequest, cookie: string, key: string): Promise<Created> {
  const { token } = request.body as CreateOperatorSession;
  const isLink = token !== undefined && !token.includes('.');
  const operatorId = isLink ? null : await operatorIdOf(parts, token ?? bearerToken(request));
  const userAgent = request.headers['user-agent'] ?? null;
  const created = await parts.database.value<Created | null>(
    (sql) => sql`select callback_private.create_operator_session(
      ${isLink ? hashOf(token) : null}, ${operatorId}, ${hashOf(cookie)}, ${hashOf(key)}, ${userAgent})`,
  );
  if (created) return created;
  throw invalidToken('This link doesn’t work any more. Get a new one: each works once, for 10 minutes.');
}

const operatorIdOf = async ({ database, verify }: Pick<Parts, 'database' | 'verify'>, token: string) =>
  (await operatorOfToken(database, await verify(token))).id;
