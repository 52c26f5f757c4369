/**
 * Who may do what to whose, all of it. `denied`: PostgreSQL finds no privilege (42501). Five characters in capitals and digits: another
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

/** The same for what only operators may. Nobody here is one; closeCallbackRequest.test.ts has those who are. */
export const IDENTITY_OPERATOR = readTable(`
                 omitted    own        foreign    NULL
  anon           denied     denied     denied     denied
  user           forbidden  forbidden  forbidden  forbidden
  service        forbidden  forbidden  forbidden  forbidden
`);

/** And for what the service may too, as long as it names nobody. */
export const IDENTITY_VIEWER = readTable(`
                 omitted    own        foreign    NULL
  anon           denied     denied     denied     denied
  user           forbidden  forbidden  forbidden  forbidden
  service        self       forbidden  forbidden  self
`);

/** What happens then, by the side that acts and by whose object it is. An erased person has a token but no profile any more. */
export const ACTIONS = readTable(`
                           own                 foreign      missing      malformed
  ask, buyer               own_listing         ok           not_found    22P02
  ask, seller              own_listing         ok           not_found    22P02
  ask, erased              forbidden           forbidden    forbidden    22P02
  may ask, buyer           own_listing         ok           not_found    22P02
  may ask, seller          own_listing         ok           not_found    22P02
  may ask, erased          forbidden           forbidden    forbidden    22P02
  read, buyer              ok                  not_found    not_found    22P02
  read, seller             ok                  not_found    not_found    22P02
  read, erased             not_found           not_found    not_found    22P02
  acknowledge, buyer       forbidden           not_found    not_found    22P02
  acknowledge, seller      ok                  not_found    not_found    22P02
  acknowledge, erased      not_found           not_found    not_found    22P02
  complete, buyer          forbidden           not_found    not_found    22P02
  complete, seller         ok                  not_found    not_found    22P02
  complete, erased         not_found           not_found    not_found    22P02
  cancel, buyer            ok                  not_found    not_found    22P02
  cancel, seller           ok                  not_found    not_found    22P02
  cancel, erased           not_found           not_found    not_found    22P02
  expire, buyer            invalid_transition  not_found    not_found    22P02
  expire, seller           invalid_transition  not_found    not_found    22P02
  expire, erased           not_found           not_found    not_found    22P02
  edit, buyer           ok                  not_found    not_found    22P02
  edit, seller          forbidden           not_found    not_found    22P02
  edit, erased          not_found           not_found    not_found    22P02
  log a call, buyer        forbidden           not_found    not_found    22P02
  log a call, seller       ok                  not_found    not_found    22P02
  log a call, erased       not_found           not_found    not_found    22P02
  mark, buyer              ok                  not_found    not_found    22P02
  mark, seller             ok                  not_found    not_found    22P02
  mark, erased             not_found           not_found    not_found    22P02
  retire, buyer            ok                  not_found    not_found    not_found
  retire, seller           ok                  not_found    not_found    not_found
  retire, erased           not_found           not_found    not_found    not_found
  submit, buyer          own_listing         ok           not_found    not_found
  submit, seller         own_listing         ok           not_found    not_found
  submit, erased         forbidden           forbidden    forbidden    not_found
  change, buyer       ok                  not_found    not_found    22P02
  change, seller      ok                  not_found    not_found    22P02
  close, buyer              forbidden           forbidden    forbidden    22P02
  close, seller             forbidden           forbidden    forbidden    22P02
  close, erased             forbidden           forbidden    forbidden    22P02
  overview, buyer           ok                  ok           ok           ok
  overview, seller          ok                  ok           ok           ok
  overview, erased          ok                  ok           ok           ok
  change, erased      not_found           not_found    not_found    22P02
`);

/** What has no object but the caller. */
export const LISTS = readTable(`
                         buyer  seller  erased
  received               ok     ok      ok
  sent                   ok     ok      ok
  page of received       ok     ok      ok
  page of sent           ok     ok      ok
  search in received     ok     ok      ok
  search in sent         ok     ok      ok
  statistics             ok     ok      ok
  notifications          ok     ok      ok
  unread                 ok     ok      ok
  mark all               ok     ok      ok
  preferences            ok     ok      ok
  set preferences        ok     ok      forbidden
  save a device          ok     ok      forbidden
  devices                ok     ok      ok
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
