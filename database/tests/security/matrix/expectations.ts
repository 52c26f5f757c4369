/**
 * Who may act as whom, and what straight statements meet; what then happens stands beside the samples, in
 * testing/src/operations/samples.ts. `denied`: PostgreSQL finds no privilege (42501). Five characters in capitals and digits: another
 * SQLSTATE. Other words: the code of a refusal. `ok`: it is done.
 */
import { readTable } from '@ringback/testing/security/tables.ts';

/** Who someone is for a public function, by the identity that they claim; `self` and `named` then act, the rest is the answer. */
export const IDENTITY = readTable(`
                 omitted          own     foreign    NULL
  anon           denied           denied  denied     denied
  user           self             self    forbidden  self
  service        unauthenticated  named   named      unauthenticated
`);

/** The same for what only operators may. Nobody here is one; the matrix over HTTP has those who are. */
export const IDENTITY_OPERATOR = readTable(`
                 omitted    own        foreign    NULL
  anon           denied     denied     denied     denied
  user           forbidden  forbidden  forbidden  forbidden
  service        forbidden  forbidden  forbidden  forbidden
`);

/** And for what the service may too, as long as it names nobody. */
export const IDENTITY_OR_SERVICE = readTable(`
                 omitted    own        foreign    NULL
  anon           denied     denied     denied     denied
  user           forbidden  forbidden  forbidden  forbidden
  service        self       forbidden  forbidden  self
`);

/** Which rows a statement straight on a table meets: none (denied), the caller's own, or all. */
export const STATEMENTS = readTable(`
                                                         anon    user    service
  read columns of public.callback_requests               denied  own     all
  read columns of public.callback_request_notifications  denied  own     all
  read columns of a table of the service                 denied  denied  all
  read columns of an inner table                         denied  denied  denied
  read all of public.callback_requests                   denied  denied  all
  read all of public.callback_request_notifications      denied  denied  all
  read all of a table of the service                     denied  denied  all
  read all of an inner table                             denied  denied  denied
  insert                                                 denied  denied  denied
  update                                                 denied  denied  denied
  delete                                                 denied  denied  denied
  truncate                                               denied  denied  denied
`);
