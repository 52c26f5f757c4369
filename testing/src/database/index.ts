/** What the tests of all packages share: databases to try things on, people and listings in them, and ways to be someone. */
export {
  copyOf,
  databasesOf,
  EVERY_VERSION,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from './database.ts';
export { ID_TYPES, type IdType, newId, strangeIds } from './ids.ts';
export { expectInvariants } from './invariants.ts';
export { maintainAll } from './maintenance.ts';
export { type Listing, listing, type Person, person } from './marketplace.ts';
export { actsOf, asOperator, operatorsOf, type Role } from './operatorCalls.ts';
export { expectRefusal, type Refusal } from './refusal.ts';
export {
  type Answer,
  type AttemptJson,
  change,
  close,
  confirm,
  confirmCode,
  create,
  daysPass,
  edit,
  extend,
  get,
  logAttempt,
  makeItNoon,
  notificationsOf,
  type Page,
  type RequestJson,
  type RequestValues,
  requestValues,
  resendCode,
  rollUpAll,
  setNote,
  snooze,
  submit,
  timeRunsOut,
  undo,
  update,
} from './requests.ts';
export { asAnon, asService, asUser } from './roles.ts';
export { openTransaction } from './transactions.ts';
