/**
 * Drafts: what a buyer typed and has not sent. They survive a closed dialog in memory and a reload in the storage, for a
 * day. The phone number and the name stay in memory only: the next person at a shared computer must not find them.
 */
import { CALLBACK_REASONS, PRIORITIES, WEEKDAYS } from '@ringback/client';
import { perKey } from '../../platform/perKey.ts';
import { type Memory, readStored, writeStored } from '../../platform/storage.ts';
import type { CallbackDraft } from './formModel.ts';

const MAX_AGE_MS = 24 * 60 * 60 * 1000;
export const TIMES = ['anytime', 'morning', 'afternoon', 'evening'] as const;

export interface DraftStore {
  /** What this page still knows. */
  remembered(id: string): Partial<CallbackDraft> | undefined;
  /** What an earlier page has stored. */
  stored(id: string): Promise<Partial<CallbackDraft> | undefined>;
  keep(id: string, draft: Partial<CallbackDraft>): void;
  drop(id: string): void;
}

/** The drafts of a user. */
export const draftsOf = perKey(createDraftStore);

function createDraftStore({ storage, userId }: Memory): DraftStore {
  const onThisPage = new Map<string, Partial<CallbackDraft>>();
  const keyOf = (id: string) => `ringback:draft:${userId ?? ''}:${id}`;
  return {
    remembered: (id) => onThisPage.get(id),
    stored: async (id) => readDraft(await readStored(storage, keyOf(id), MAX_AGE_MS)),
    keep(id, draft) {
      onThisPage.set(id, draft);
      const { phone: _phone, region: _region, name: _name, ...impersonal } = draft;
      void writeStored(storage, keyOf(id), impersonal);
    },
    drop(id) {
      onThisPage.delete(id);
      void writeStored(storage, keyOf(id), undefined);
    },
  };
}

/** Storage can hold anything; only what the form can show is taken. */
function readDraft(stored: unknown): Partial<CallbackDraft> | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { reason, days, time, priority, message } = stored as Record<string, unknown>;
  return {
    ...(isOneOf(CALLBACK_REASONS, reason) && { reason }),
    ...(Array.isArray(days) && { days: WEEKDAYS.filter((day) => days.includes(day)) }),
    ...(isOneOf(TIMES, time) && { time }),
    ...(isOneOf(PRIORITIES, priority) && { priority }),
    ...(typeof message === 'string' && { message }),
  };
}

const isOneOf = <Value extends string>(values: readonly Value[], value: unknown): value is Value =>
  values.some((known) => known === value);
