/**
 * The questions of the form, in order. One entry says everything about a field: its name in the API, how it
 * is asked, and how a value is checked, sent and stored. A new optional field is an entry here, beside its
 * label in the catalogues (`form.<name>`).
 */
import {
  CALLBACK_REASONS,
  type CreateCallbackRequest,
  PRIORITIES,
  TIMES_OF_DAY,
  WEEKDAYS,
} from '@ringback/client';
import type { Format } from '../../format/format.ts';
import type { BuyerWords } from '../../messages/en/buyer.ts';
import type { RequestWords } from '../../messages/en/request.ts';
import { lookUp } from '../../platform/lookUp.ts';
import type { Option } from '../../ui/parts.ts';

/** What the buyer may still mark as urgent. */
export interface UrgentAllowance {
  /** How many more urgent requests they may have open; null where it is not known or not limited. */
  left: number | null;
  /** For verified buyers only here, and this one is not. */
  needsTrust: boolean;
}

export const ANY_URGENT: UrgentAllowance = { left: null, needsTrust: false };

/** What the texts of a field depend on. */
export interface FieldContext {
  messages: RequestWords & BuyerWords;
  format: Format;
  urgent: UrgentAllowance;
}

export interface FieldDefinition {
  property: keyof CreateCallbackRequest;
  /**
   * One line or several of text, one choice from a list or among those in sight, or any number of choices.
   */
  kind: 'country' | 'phone' | 'line' | 'text' | 'select' | 'choice' | 'choices';
  values?: readonly string[];
  /** How a value reads. */
  option?: (value: string, context: FieldContext) => Omit<Option, 'value'>;
  hint?: (context: FieldContext) => string | undefined;
  /** The value to start from; '' by default. */
  initial?: string;
  /** The value that is sent as null. */
  none?: string;
  isRequired?: boolean;
  /** Asked below the others, where the closed part shows what is chosen: the option's label, or its hint. */
  summary?: 'label' | 'hint';
  /** Meant in the buyer's time zone: sent with it, and with the other fields that are. */
  isZoned?: boolean;
  /** Never stored: the next person at a shared computer must not find it. */
  isPersonal?: boolean;
  autoComplete?: 'name';
}

const DAYS: readonly string[] = WEEKDAYS;

export const FIELDS = {
  region: { property: 'phone_region', kind: 'country', none: '', isPersonal: true },
  phone: {
    property: 'requester_phone',
    kind: 'phone',
    isRequired: true,
    isPersonal: true,
  },
  name: {
    property: 'requester_name',
    kind: 'line',
    isRequired: true,
    isPersonal: true,
    autoComplete: 'name',
  },
  reason: {
    property: 'callback_reason',
    kind: 'select',
    values: ['', ...CALLBACK_REASONS],
    option: (value, { messages }) => ({ label: lookUp(messages.reasons, value) ?? messages.form.noReason }),
    hint: ({ messages }) => messages.form.reasonHint,
    none: '',
  },
  message: { property: 'message', kind: 'text', none: '' },
  days: {
    property: 'preferred_days',
    kind: 'choices',
    values: DAYS,
    option: (value, { format }) => ({ label: format.weekday(DAYS.indexOf(value)) }),
    hint: ({ messages }) => messages.form.daysHint,
    isZoned: true,
    summary: 'label',
  },
  time: {
    property: 'preferred_time',
    kind: 'choice',
    values: ['anytime', ...Object.keys(TIMES_OF_DAY)],
    option: timeOption,
    hint: ({ messages, format }) => messages.form.zoneNote(format.zone()),
    initial: 'anytime',
    none: 'anytime',
    isZoned: true,
    summary: 'label',
  },
  priority: {
    property: 'priority',
    kind: 'choice',
    values: PRIORITIES,
    option: priorityOption,
    hint: urgentHint,
    initial: 'normal',
    summary: 'hint',
  },
} as const satisfies Record<string, FieldDefinition>;

function timeOption(value: string, { messages, format }: FieldContext) {
  const label = lookUp(messages.times, value) ?? value;
  const window = lookUp(TIMES_OF_DAY, value);
  return window ? { label, hint: format.hours(window.from, window.to) } : { label };
}

function urgentHint({ messages: { form }, urgent: { left, needsTrust } }: FieldContext): string | undefined {
  if (needsTrust) return form.urgentNeedsTrust;
  return left === null ? undefined : form.urgentLeft(left);
}

function priorityOption(value: string, { messages, urgent }: FieldContext) {
  const words = lookUp(messages.priorities, value) ?? { label: value };
  return { ...words, isDisabled: value === 'urgent' && (urgent.needsTrust || urgent.left === 0) };
}

export type DraftField = keyof typeof FIELDS;

/** What the form holds. */
export type CallbackDraft = {
  [Name in DraftField]: (typeof FIELDS)[Name]['kind'] extends 'choices' ? string[] : string;
};

export const fieldNames = Object.keys(FIELDS) as DraftField[];
export const definitionOf = (name: DraftField): FieldDefinition => FIELDS[name];

export const initialValue = ({ kind, initial = '' }: FieldDefinition): string | string[] =>
  kind === 'choices' ? [] : initial;
