/** Operators, their sessions, and what they did. */
import * as z from 'zod/mini';
import { OPERATOR_ROLES } from '../../vocabulary.ts';
import { Count, Cursor, Id, Instant, Limit, MarketplaceId, openWord } from '../scalars.ts';

const Role = z.enum(OPERATOR_ROLES);
const OperatorName = z.nullable(z.string());

/** A page of what an operator asks for, as a caller of the clients gives it. */
interface Paging {
  /** 1 to 100, 20 by default. */
  limit?: number | undefined;
  /** `next_cursor` of the page before. */
  cursor?: string | undefined;
}
const paging = { limit: Limit, cursor: z.optional(Cursor) };

export const CreateOperatorSession = z
  .strictObject({
    token: z.optional(
      z
        .string()
        .check(
          z.regex(/^[\x21-\x7e]{1,8192}$/, 'must be the token of a sign-in link, or a bearer token'),
          z.describe(
            'The token of a one-time link, or the operator’s own bearer token. Without it, the one in `Authorization` counts.',
          ),
        ),
    ),
  })
  .register(z.globalRegistry, {
    id: 'CreateOperatorSession',
    description: 'Signs an operator in.',
    examples: [{ token: '3q2-7wEjRrPzXk0vYc1dQ9mNf5uT8sLhA6bG4iOeKjU' }],
  });
export type CreateOperatorSession = z.input<typeof CreateOperatorSession>;

const operatorSessionFields = {
  operator_id: Id,
  name: OperatorName,
  role: Role,
  session_id: z.nullable(Id.check(z.describe('Null when a bearer token was sent instead.'))),
  expires_at: z.nullable(
    Instant.check(z.describe('When the session ends at the latest; earlier if it is not used.')),
  ),
  marketplace: z.string().check(z.describe('What people call the marketplace.')),
  time_zone: z.string().check(z.describe('The zone (IANA) whose days are counted.')),
  version: z.string().check(z.describe('Of the server.')),
};

export const OperatorSession = z.object(operatorSessionFields).register(z.globalRegistry, {
  id: 'OperatorSession',
  description: 'Who is signed in, with which role, and where.',
});
export type OperatorSession = z.output<typeof OperatorSession>;

export const NewOperatorSession = z
  .object({
    ...operatorSessionFields,
    session_key: z.string().check(z.describe('Sent with each call in the header `Ringback-Session-Key`.')),
  })
  .register(z.globalRegistry, {
    id: 'NewOperatorSession',
    description:
      'The session, and one half of what its calls need; the other half is the cookie `ringback_operator`.',
  });
export type NewOperatorSession = z.output<typeof NewOperatorSession>;

/** Which sessions are listed. */
export interface ListOperatorSessions extends Paging {
  /** Of one operator. */
  operator_id?: string | undefined;
  /** Also those that have ended. */
  ended?: boolean | undefined;
}

export const ListOperatorSessionsQuery = z.strictObject({
  ...paging,
  operator_id: z.optional(Id),
  ended: z._default(
    z.pipe(
      z.enum(['true', 'false']),
      z.transform((value) => value === 'true'),
    ),
    false,
  ),
});

export const ListedOperatorSession = z
  .object({
    id: Id,
    operator_id: Id,
    name: OperatorName,
    role: Role,
    user_agent: z.nullable(z.string()).check(z.describe('What the browser says it is, shortened.')),
    created_at: Instant,
    last_seen_at: Instant.check(z.describe('To the minute.')),
    expires_at: Instant.check(z.describe('When it ends unless it is used until then.')),
    ended_at: z.nullable(Instant.check(z.describe('When it was ended, or expired.'))),
  })
  .register(z.globalRegistry, {
    id: 'ListedOperatorSession',
    description: 'A session of an operator.',
  });
export type ListedOperatorSession = z.output<typeof ListedOperatorSession>;

export const OperatorSessionPage = z
  .object({ items: z.array(ListedOperatorSession), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'OperatorSessionPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type OperatorSessionPage = z.output<typeof OperatorSessionPage>;

/** Which operators are listed. */
export interface ListOperators extends Paging {}

export const ListOperatorsQuery = z.strictObject(paging);

export const Operator = z
  .object({
    id: Id,
    subject: z
      .string()
      .check(
        z.describe('The `sub` of their token, `link:` and a name, or `command:` and who ran the command.'),
      ),
    name: OperatorName,
    role: Role,
    created_at: Instant,
    disabled_at: z.nullable(Instant),
    sessions: Count.check(z.describe('How many are open.')),
    last_seen_at: z.nullable(Instant.check(z.describe('In the console.'))),
  })
  .register(z.globalRegistry, {
    id: 'Operator',
    description: 'A person who works for the marketplace.',
  });
export type Operator = z.output<typeof Operator>;

export const OperatorPage = z
  .object({ items: z.array(Operator), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'OperatorPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type OperatorPage = z.output<typeof OperatorPage>;

export const SetOperatorAccess = z.strictObject({ disabled: z.boolean() }).register(z.globalRegistry, {
  id: 'SetOperatorAccess',
  description: 'Disables an operator, which ends their sessions, or enables them again.',
  examples: [{ disabled: true }],
});
export type SetOperatorAccess = z.input<typeof SetOperatorAccess>;

/** Which entries of the audit are listed. */
export interface ListAudit extends Paging {
  operator_id?: string | undefined;
  /** Such as `close_callback_request`. */
  action?: string | undefined;
  /** Such as `callback_request`. */
  subject_kind?: string | undefined;
  subject_id?: string | undefined;
  /** From this time on. */
  from?: string | undefined;
  /** Before this time. */
  to?: string | undefined;
}

const Word = z.string().check(z.regex(/^[a-z_]{1,60}$/, 'must be a word such as callback_request'));

export const ListAuditQuery = z.strictObject({
  ...paging,
  operator_id: z.optional(Id),
  action: z.optional(Word),
  subject_kind: z.optional(Word),
  subject_id: z.optional(MarketplaceId),
  from: z.optional(Instant),
  to: z.optional(Instant),
});

/** What operators do today; a later version may have more. */
export const AUDIT_ACTIONS = [
  'create_operator_link',
  'create_operator_session',
  'end_operator_session',
  'set_operator_access',
  'close_callback_request',
  'reveal_callback_request_phone',
  'edit_callback_request_phone',
  'add_callback_operator_note',
  'search_by_phone',
  'retry_deliveries',
  'resend_notification',
  'pause_channel',
  'resume_channel',
  'change_callback_policy',
  'undo_callback_policy_change',
  'set_callback_switch',
  'export_person',
  'erase_person',
  'hold_person',
  'release_person',
  'approve_review',
  'reject_review',
  'reopen_review',
  'block_subject',
  'allow_subject',
  'remove_trust_entry',
  'publish_consent',
] as const;

/** What they do it to. */
export const AUDIT_SUBJECTS = [
  'callback_request',
  'notification',
  'delivery',
  'channel',
  'phone',
  'person',
  'policy_change',
  'operator',
  'operator_session',
  'operator_link',
  'consent',
] as const;

const AuditData = z
  .looseObject({
    name: z.optional(z.string()),
    role: z.optional(Role),
    by: z.optional(openWord(['link', 'token'])),
    operator_id: z.optional(Id),
    disabled: z.optional(z.boolean()),
    from_status: z.optional(z.string()),
  })
  .check(z.describe('Depends on the action; more fields may be added.'));

export const AuditEntry = z
  .object({
    id: z.string(),
    at: Instant,
    operator_id: Id,
    operator_name: OperatorName,
    operator_subject: z.string(),
    action: openWord(AUDIT_ACTIONS),
    subject_kind: openWord(AUDIT_SUBJECTS).check(z.describe('What it was done to.')),
    subject_id: z.string(),
    data: AuditData,
  })
  .register(z.globalRegistry, {
    id: 'AuditEntry',
    description: 'What an operator did. A viewer reads `data` without phone numbers and mail addresses.',
  });
export type AuditEntry = z.output<typeof AuditEntry>;

export const AuditPage = z
  .object({ items: z.array(AuditEntry), next_cursor: z.nullable(z.string()) })
  .register(z.globalRegistry, {
    id: 'AuditPage',
    description: 'Newest first; `next_cursor` is null at the end.',
  });
export type AuditPage = z.output<typeof AuditPage>;
