/** Actors take their turns in the order of time, and the same seed makes the same world. */
import type { Sql } from '@ringback/database';
import { describe, expect, test } from 'vitest';
import { randomOf, uuidOf } from '../../src/world/random.ts';
import { type Actor, createWorld } from '../../src/world/world.ts';

/** A database that takes everything. */
const NOTHING = (() => Promise.resolve([])) as unknown as Sql;

describe('a world', () => {
  test('lets everyone act in the order of time, and of two at once the one who came first', async () => {
    const world = createWorld(NOTHING);
    const seen: string[] = [];
    function* actor(name: string, hours: number[]): Actor {
      for (const wait of hours) {
        yield wait;
        yield async () => seen.push(`${name} ${world.hour}`);
      }
    }
    world.start(actor('a', [3, 3]));
    world.start(actor('b', [1, 2, 9]));
    world.start(actor('c', [1]), 1.5);
    await world.run(10);
    expect(seen).toEqual(['b 1', 'c 2.5', 'a 3', 'b 3', 'a 6']);
    expect(world.hour).toBe(10);
  });

  test('gives an actor what its act answered', async () => {
    const world = createWorld(NOTHING);
    let answer: unknown;
    world.start(
      (function* (): Actor {
        answer = yield async () => 'sent';
      })(),
    );
    await world.run(1);
    expect(answer).toBe('sent');
  });
});

describe('random numbers', () => {
  const draw = (seed: string) => {
    const random = randomOf(seed);
    return [random.next(), random.int(1, 100), random.pick(['a', 'b', 'c']), uuidOf(random)];
  };

  test('are those of their seed', () => {
    expect(draw('one')).toEqual(draw('one'));
    expect(draw('one')).not.toEqual(draw('two'));
  });

  test('are spread evenly, both ends included', () => {
    const random = randomOf('even');
    const thrown = Array.from({ length: 6000 }, () => random.int(1, 6));
    for (const face of [1, 2, 3, 4, 5, 6])
      expect(thrown.filter((number) => number === face).length).toBeGreaterThan(900);
    expect(new Set(thrown).size).toBe(6);
  });

  test('of a fork do not depend on what was drawn before', () => {
    const [one, other] = [randomOf('seed'), randomOf('seed')];
    one.next();
    expect(one.fork('a').next()).toBe(other.fork('a').next());
    expect(one.fork('a').next()).not.toBe(one.fork('b').next());
  });
});
