/** What a move is: something that people, time or the marketplace do, in the model and in the database at once. */

import type { Sql } from '@ringback/database';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestDatabase } from './database.ts';
import type { Listing, Person } from './marketplace.ts';
import { LISTINGS, type Model, ownerOf, PEOPLE, type Status } from './model.ts';

export type World = { sql: Sql; api: Sql; people: Person[]; listings: Listing[] };

export const STATUSES: Status[] = ['pending', 'acknowledged', 'completed', 'cancelled', 'expired'];

/** Four people with two listings each, and nobody else. */
export async function newWorld({ sql, api }: TestDatabase): Promise<World> {
  await sql`delete from callback_requests`;
  await sql`delete from profiles`;
  await sql`delete from callback_private.events`;
  await sql`delete from callback_private.stats`;
  await sql`delete from callback_private.stats_ahead`;
  const people = await sql<Person[]>`
    insert into profiles (first_name, last_name, phone)
    select 'Person', n::text, '+12125550100' from generate_series(1, ${PEOPLE}) n returning *`;
  const owners = Array.from({ length: LISTINGS }, (_, item) => ({
    user_id: people[ownerOf(item)]?.id as string,
    title: `Listing ${item}`,
  }));
  return {
    sql,
    api,
    people: [...people],
    listings: [...(await sql<Listing[]>`insert into listings ${sql(owners)} returning *`)],
  };
}

/** The outcomes that were met. */
export const reached = new Set<string>();

/** One move: what the model answers must be what the database answers. */
export class Move implements fc.AsyncCommand<Model, World> {
  private readonly name: string;
  private readonly inModel: (model: Model) => unknown;
  private readonly inDatabase: (world: World, model: Model) => Promise<unknown>;

  constructor(name: string, inModel: Move['inModel'], inDatabase: Move['inDatabase']) {
    this.name = name;
    this.inModel = inModel;
    this.inDatabase = inDatabase;
  }

  check = () => true;
  toString = () => this.name;

  async run(model: Model, world: World): Promise<void> {
    const expected = this.inModel(model);
    const actual = await this.inDatabase(world, model).catch((error) => error.hint ?? error);
    expect(actual).toEqual(expected);
    if (typeof expected === 'string') reached.add(expected);
  }
}

export const person = fc.nat(PEOPLE - 1);
export const listing = fc.nat(LISTINGS - 1);
export const PHONES = ['+442079460958', '+12133734253', '+33142685300'];
export const idOf = (world: World, who: number) => world.people[who]?.id as string;
