/** An entry of the audit as a sentence. An action that this version does not know is shown by its name. */
import type { AuditEntry } from '@ringback/client';
import { shared } from '../texts/en.ts';
import { format } from '../ui/format.ts';
import { texts } from './texts.ts';

const { sentences } = texts;

export function sentenceOf(entry: AuditEntry): string {
  const detailed = Object.hasOwn(DETAILED, entry.action) ? DETAILED[entry.action]?.(entry) : undefined;
  return detailed ?? labelOf(entry.action);
}

/** The word of an action, for the filter too. */
export const labelOf = (action: string): string =>
  (texts.actions as Record<string, string>)[action] ?? inWords(action);

export const subjectLabel = (kind: string): string =>
  (texts.subjects as Record<string, string>)[kind] ?? inWords(kind);

const inWords = (code: string) => {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What an entry's data adds to its action; undefined where it has none. */
const DETAILED: Record<string, (entry: AuditEntry) => string | undefined> = {
  create_operator_link: ({ data: { name, role } }) =>
    name && role && sentences.link(name, shared.roles[role].toLowerCase()),
  create_operator_session: ({ data }) =>
    data.by === 'token' ? sentences.signedInByToken : sentences.signedInByLink,
  end_operator_session: ({ data, operator_id }) =>
    data.operator_id === operator_id ? sentences.ownSession : sentences.otherSession,
  set_operator_access: ({ data }) => (data.disabled ? sentences.disabled : sentences.enabled),
  close_callback_request: ({ data }) => data.from_status && sentences.closed(data.from_status),
  reveal_callback_request_phone: ({ data }) => ifText(data.reason, sentences.revealed),
  search_by_phone: ({ subject_id }) => sentences.searched(subject_id),
  retry_deliveries: ({ data }) => ifNumber(data.retried, sentences.retried),
  resend_notification: ({ data }) =>
    ifText(data.channel, (channel) => sentences.resent(channelName(channel))),
  pause_channel: ({ subject_id, data }) =>
    ifText(data.reason, (reason) => sentences.paused(channelName(subject_id), reason)),
  resume_channel: ({ subject_id }) => sentences.resumed(channelName(subject_id)),
  change_callback_policy: ({ data }) => ifNames(data.settings, sentences.policy),
  undo_callback_policy_change: ({ data }) => ifNames(data.settings, sentences.undone),
  set_callback_switch: ({ data }) => ifNames(data.settings, data.off ? sentences.off : sentences.on),
  export_person: ({ data }) => ifText(data.reason, sentences.exportedPerson),
  erase_person: ({ data }) => ifText(data.reason, sentences.erasedPerson),
  hold_person: ({ data }) => ifText(data.reason, sentences.held),
};

const ifText = (value: unknown, write: (text: string) => string) =>
  typeof value === 'string' && value !== '' ? write(value) : undefined;
const ifNumber = (value: unknown, write: (text: string) => string) =>
  typeof value === 'number' ? write(format.number(value)) : undefined;
const ifNames = (value: unknown, write: (text: string) => string) =>
  Array.isArray(value) && value.length > 0 ? write(value.map(String).join(', ')) : undefined;

const channelName = (channel: string) => (shared.channels as Record<string, string>)[channel] ?? channel;
