/**
 * Drafts: what a buyer typed and has not sent. They survive a closed dialog in memory and a reload in the
 * storage, for a day. The phone number and the name stay in memory only: the next person at a shared computer
 * must not find them.
 */
import { perKey } from '../../platform/perKey.ts';
import { type Memory, readStored, writeStored } from '../../platform/storage.ts';
import { type CallbackDraft, definitionOf, type FieldDefinition, fieldNames } from './fields.ts';

const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const storedNames = fieldNames.filter((name) => !definitionOf(name).isPersonal);

export interface DraftStore {
  /** What this page still knows. */
  remembered(id: string): Partial<CallbackDraft> | undefined;
  /** What an earlier page has stored. */
  stored(id: string): Promise<Partial<CallbackDraft> | undefined>;
  keep(id: string, draft: Partial<CallbackDraft>): void;
  drop(id: string): void;
  /** Forgets what this page still knows. */
  clear(): void;
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
      const stored = storedNames.flatMap((name) => (name in draft ? [[name, draft[name]]] : []));
      void writeStored(storage, keyOf(id), Object.fromEntries(stored));
    },
    drop(id) {
      onThisPage.delete(id);
      void writeStored(storage, keyOf(id), undefined);
    },
    clear: () => onThisPage.clear(),
  };
}

/** Storage can hold anything; only what the form can show is taken. */
function readDraft(stored: unknown): Partial<CallbackDraft> | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const entries = Object.entries(stored);
  return Object.fromEntries(
    storedNames.flatMap((name) => {
      const [, value] = entries.find(([key]) => key === name) ?? [];
      const readable = readValue(definitionOf(name), value);
      return readable === undefined ? [] : [[name, readable]];
    }),
  );
}

function readValue({ kind, values }: FieldDefinition, value: unknown): string | string[] | undefined {
  if (kind === 'choices')
    return Array.isArray(value) ? values?.filter((known) => value.includes(known)) : undefined;
  if (typeof value !== 'string') return undefined;
  return !values || values.includes(value) ? value : undefined;
}
