/** The form in which a buyer requests a callback or edits the request, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { Action, Badge, Option } from '../../ui/parts.ts';
import type { MarketplaceKey } from '../props.ts';
import type { CallbackDraft, DraftField } from './fields.ts';

export type { CallbackDraft, DraftField };

interface Question {
  name: DraftField;
  label: string;
  hint: string | undefined;
  /** Why it was refused. */
  error: string | undefined;
  isRequired: boolean;
  /** "optional", to show beside the label. */
  remark: string | undefined;
}

/** A question by the kind of its answer, so that a view draws kinds and knows no single field. */
export type FormField = TextQuestion | ChoiceQuestion | ChoicesQuestion;

export interface TextQuestion extends Question {
  /** `text` has several lines. */
  kind: 'line' | 'text' | 'phone';
  value: string;
  set: (value: string) => void;
  autoComplete: 'name' | undefined;
}

export interface ChoiceQuestion extends Question {
  /**
   * `country` goes with the phone number; its options are ISO 3166 codes, '' while none is chosen. `choice`
   * has its options in sight.
   */
  kind: 'country' | 'select' | 'choice';
  value: string;
  options: readonly Option[];
  set: (value: string) => void;
}

export interface ChoicesQuestion extends Question {
  kind: 'choices';
  values: readonly string[];
  options: readonly Option[];
  toggle: (value: string) => void;
}

/** What the request will be about, and who gets it. */
export interface FormRecap {
  listing: { title: string; imageUrl: string | undefined; price: string | undefined };
  seller: {
    name: string;
    avatarUrl: string | undefined;
    verified: Badge | undefined;
    /** "Usually answers within 2 hours", where it is known. */
    usual: string | undefined;
  };
  /** Who sees the number. */
  privacy: string;
}

export interface CallbackFormModel {
  /** Above the questions of a new request, once it is known. */
  recap: FormRecap | undefined;
  /** In order. An edit asks fewer. */
  fields: readonly FormField[];
  /** Below them, closed at first: any time suits most buyers. */
  preferredTimes: {
    fields: readonly FormField[];
    label: string;
    /** What is chosen: "Any day · Evening · In the next days". */
    summary: string;
    /** Also while a field in it is refused. */
    isOpen: boolean;
    setOpen: (isOpen: boolean) => void;
  };
  /** What the buyer agrees to by sending, in the marketplace's words: show it by the button. */
  consent: string | undefined;
  values: CallbackDraft;
  set: <Field extends DraftField>(field: Field, value: CallbackDraft[Field]) => void;
  /** Why each field was refused, after the first attempt to send. */
  errors: Partial<Record<DraftField, string>>;
  /** Where the focus belongs after a refused attempt; a new object at each attempt. */
  focus: { field: DraftField } | undefined;
  /** What is wrong with the whole, such as a limit that was reached. */
  error: string | undefined;
  /** After a refusal that an operator may look at: sends the same for a review. */
  askForReview: Action | undefined;
  submit: () => void;
  submitLabel: string;
  isSubmitting: boolean;
  /** Shown while there is no connection. */
  offlineNote: string | undefined;
}

/** For `useCallbackForm`. */
export interface CallbackFormOptions {
  listingId: MarketplaceKey;
  sellerId: MarketplaceKey;
  onRequested: (request: CallbackRequest) => void;
  /** A request exists already. Resolves with whether it is shown now. */
  onExisting: () => Promise<boolean>;
  /** Gets the reason for a refusal when the form is closed and cannot show it. */
  onUnseenRefusal: (message: string) => void;
}

/** For `useEditForm`. */
export interface EditFormOptions {
  request: CallbackRequest;
  /** The edited request, with its number when that was edited; undefined when nothing was changed. */
  onDone: (edited: CallbackRequest | undefined, phone?: string) => void;
  /** Gets the reason for a refusal when the form is closed and cannot show it. */
  onUnseenRefusal: (message: string) => void;
}
