/** The operator's part in people's rights: export, erasure, legal holds, and what clean-up does. */
import { ConsentVersionList, PublishConsent } from '../../schemas/consent.ts';
import {
  ErasePerson,
  ExportPerson,
  HoldList,
  HoldPerson,
  PersonParams,
  Retention,
} from '../../schemas/operator/privacy.ts';
import { Erasure, PersonalData } from '../../schemas/privacy.ts';
import type { MethodMaker } from '../method.ts';

export const operatorPrivacy = (method: MethodMaker) => ({
  /** Everything stored about a person; goes to the audit. */
  exportPerson: method({
    summary: 'Export everything stored about a person',
    access: 'operator',
    scope: 'support',
    method: 'POST',
    path: '/operator/people/:id/export',
    input: (id: string, given: ExportPerson) => ({ params: { id }, body: given }),
    params: PersonParams,
    body: ExportPerson,
    answer: PersonalData,
    repeat: 'nature',
    errors: ['not_found'],
    sql: {
      function: 'export_callback_person',
      arguments: { p_person_id: 'params.id', p_reason: 'body.reason' },
    },
  }),

  /** Erases everything stored about a person, for good; with `preview` it only counts. */
  erasePerson: method({
    summary: 'Erase everything stored about a person',
    access: 'operator',
    scope: 'admin',
    method: 'POST',
    path: '/operator/people/:id/erase',
    input: (id: string, given: ErasePerson) => ({ params: { id }, body: given }),
    params: PersonParams,
    body: ErasePerson,
    answer: Erasure,
    repeat: 'nature',
    errors: ['not_found'],
    sql: {
      function: 'erase_callback_person',
      arguments: { p_person_id: 'params.id', p_reason: 'body.reason', p_preview: 'body.preview' },
    },
  }),

  /** Keeps everything stored about a person until a time, whatever clean-up and erasure would do. */
  holdPerson: method({
    summary: 'Place or change a legal hold',
    access: 'operator',
    scope: 'admin',
    method: 'PUT',
    path: '/operator/people/:id/hold',
    input: (id: string, hold: HoldPerson) => ({ params: { id }, body: hold }),
    params: PersonParams,
    body: HoldPerson,
    repeat: 'nature',
    sql: {
      function: 'hold_callback_person',
      arguments: { p_person_id: 'params.id', p_reason: 'body.reason', p_ends_at: 'body.ends_at' },
    },
  }),

  /** Ends a legal hold, if there is one. */
  releasePerson: method({
    summary: 'End a legal hold',
    access: 'operator',
    scope: 'admin',
    method: 'DELETE',
    path: '/operator/people/:id/hold',
    input: (id: string) => ({ params: { id } }),
    params: PersonParams,
    repeat: 'nature',
    sql: { function: 'release_callback_person', arguments: { p_person_id: 'params.id' } },
  }),

  /** The legal holds that are in force, the first to end on top. */
  listHolds: method({
    summary: 'List the legal holds',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/holds',
    input: () => ({}),
    answer: HoldList,
    member: 'items',
    repeat: 'read',
    sql: { function: 'list_callback_holds' },
  }),

  /** What buyers agreed to, the newest version first. */
  listConsentTexts: method({
    summary: 'List the versions of what buyers agree to',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/consent-texts',
    input: () => ({}),
    answer: ConsentVersionList,
    member: 'items',
    repeat: 'read',
    sql: { function: 'list_callback_consents' },
  }),

  /** Publishes a new version of what buyers agree to; requests keep the one that they were sent with. */
  publishConsentText: method({
    summary: 'Publish what buyers agree to',
    access: 'operator',
    scope: 'admin',
    method: 'POST',
    path: '/operator/consent-texts',
    input: (texts: PublishConsent) => ({ body: texts }),
    body: PublishConsent,
    answer: ConsentVersionList,
    member: 'items',
    repeat: 'nature',
    sql: { function: 'publish_callback_consent', arguments: { p_texts: 'body.texts' } },
  }),

  /** What clean-up would delete now, and what it deleted. */
  getRetention: method({
    summary: 'What clean-up is about to delete, and what it deleted',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/retention',
    input: () => ({}),
    answer: Retention,
    repeat: 'read',
    sql: { function: 'get_callback_retention' },
  }),
});
