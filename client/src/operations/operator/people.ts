/** The operator finds a person, and reads what they did, what reached them and what stops them. */
import {
  OperatorPersonDetail,
  OperatorPersonPage,
  type SearchOperatorPeople,
  SearchOperatorPeopleQuery,
} from '../../schemas/operator/people.ts';
import { PersonParams } from '../../schemas/scalars.ts';
import type { MethodMaker } from '../method.ts';

export const operatorPeople = (method: MethodMaker) => ({
  /** People by id, mail address, the beginning of their name, or a number that they gave in a request. */
  searchOperatorPeople: method({
    summary: 'Search people',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/people',
    input: (query: SearchOperatorPeople) => ({ query: { ...query, all: String(query.all ?? false) } }),
    query: SearchOperatorPeopleQuery,
    answer: OperatorPersonPage,
    repeat: 'read',
    costly: 'search',
    sql: {
      function: 'search_callback_people',
      arguments: { p_search: 'query.search', p_all: 'query.all', p_limit: 'query.limit' },
    },
  }),

  /** One person: both sides of their requests, settings, devices, limits, blocks and notifications. */
  getOperatorPerson: method({
    summary: 'Read a person',
    access: 'operator',
    scope: 'viewer',
    method: 'GET',
    path: '/operator/people/:id',
    input: (id: string) => ({ params: { id } }),
    params: PersonParams,
    answer: OperatorPersonDetail,
    repeat: 'read',
    errors: ['not_found'],
    sql: { function: 'inspect_callback_person', arguments: { p_person_id: 'params.id' } },
  }),
});
