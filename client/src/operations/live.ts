/** Live updates: a stream that the clients read in their own ways (`subscribe`). */
import { RequestEvent, StreamHeaders } from '../schemas/live.ts';
import type { Operation } from './operation.ts';

const DESCRIPTION = `Messages as server-sent events, for readers that can send the header Authorization (fetch, not EventSource):

- \`request\`: a RequestEvent
- \`unread\`: \`{ "unread": 1 }\`, at the beginning and whenever it may have changed
- \`reset\`: the stream cannot resume where it was; read everything again
- \`end\`: \`{ "reason": "token_expired" }\` or \`"stopping"\`; reconnect with a valid token

Every \`id\` may be sent as \`Last-Event-ID\` to any process. A comment comes at least every 15 seconds.`;

export const live = {
  stream: {
    summary: 'Follow the caller’s requests and notifications',
    description: DESCRIPTION,
    access: 'user',
    method: 'GET',
    path: '/stream',
    headers: StreamHeaders,
    answer: RequestEvent,
    repeat: 'read',
  },
} as const satisfies Record<string, Operation>;
