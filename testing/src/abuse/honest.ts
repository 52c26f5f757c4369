/** Honest buyers, by habit. Each function starts its people in the world. */
import type { Buyer, Item } from '../world/market.ts';
import { addressOf, deviceOf } from '../world/market.ts';
import { copiedText, messageOf } from '../world/messages.ts';
import type { Random } from '../world/random.ts';
import type { Act, Actor } from '../world/world.ts';
import { attempt, type Content, type Doer, type Month, type Outcome } from './attempt.ts';
import type { Habit } from './parameters.ts';

type Steps = Generator<number | Act, Outcome, unknown>;

export function startHonest(month: Month, random: Random): void {
  for (const [habit, start] of Object.entries(HABITS))
    start(new People(month, habit as Habit, random.fork(habit)));
}

/** The people of one habit. */
class People {
  readonly month: Month;
  readonly habit: Habit;
  readonly random: Random;
  readonly #addresses: string[];
  #count = 0;

  constructor(month: Month, habit: Habit, random: Random) {
    this.month = month;
    this.habit = habit;
    this.random = random;
    const { carrier_addresses } = month.parameters.people;
    this.#addresses = Array.from({ length: carrier_addresses }, (_, n) => `100.64.0.${n}`);
  }

  get last(): number {
    return this.month.parameters.days * 24;
  }

  /** Starts an actor for each, with random numbers and a buyer of their own. */
  each(people: number, start: (who: Person) => Actor): void {
    for (let n = 0; n < people; n++) {
      const who = new Person(this, `${this.habit} ${this.#count++}`);
      this.month.world.start(start(who));
    }
  }

  buyer(random: Random, values: Partial<Buyer> = {}): Buyer {
    const { verified, behind_carrier, without_device } = this.month.parameters.people;
    return this.month.market.buyer(random, {
      isVerified: random.chance(verified),
      createdAt: -24 * random.int(2, 700),
      device: random.chance(without_device) ? null : deviceOf(random),
      address: random.chance(behind_carrier) ? random.pick(this.#addresses) : addressOf(random),
      ...values,
    });
  }
}

/** One person, or one household. */
class Person implements Doer {
  readonly people: People;
  readonly name: string;
  readonly random: Random;
  readonly kind: { habit: Habit };

  constructor(people: People, name: string) {
    this.people = people;
    this.name = name;
    this.random = people.random.fork(name);
    this.kind = { habit: people.habit };
  }

  get parameters() {
    return this.people.month.parameters;
  }

  buyer(values: Partial<Buyer> = {}): Buyer {
    return this.people.buyer(this.random, values);
  }

  /** A moment of the month when people are awake. */
  moment(fromDay = 0): number {
    const { days } = this.parameters;
    return (
      (Math.min(fromDay, days - 1) + Math.floor(this.random.next() * Math.max(1, days - fromDay))) * 24 +
      this.ofDay()
    );
  }

  ofDay = () => 7 + (this.random.next() + this.random.next()) * 7.5;

  /** Some listings are asked about more than others. */
  item(): Item {
    const { items } = this.people.month.market;
    return items[Math.floor(items.length * this.random.next() ** 1.5)] as Item;
  }

  ask(buyer: Buyer, item: Item, content: Content = {}): Steps {
    const message = messageOf(this.parameters.texts, item.title, this.random);
    return attempt(this.people.month, this, buyer, item, this.random, { message, ...content });
  }

  /** Asks at so many moments. */
  *askAt(buyer: Buyer, moments: number[]): Actor {
    for (const moment of moments.toSorted((a, b) => a - b)) {
      yield moment - this.people.month.world.hour;
      yield* this.ask(buyer, this.item());
    }
  }

  moments = (times: number, fromDay = 0) => Array.from({ length: times }, () => this.moment(fromDay));
}

const HABITS: Record<Habit, (people: People) => void> = {
  one_off: (people) => {
    people.each(people.month.parameters.honest.one_off.people, (who) =>
      who.askAt(who.buyer(), who.moments(1)),
    );
  },

  /** Compares offers in an evening, a few minutes on each. */
  browser: (people) => {
    const { people: number, evenings, requests } = people.month.parameters.honest.browser;
    people.each(number, (who) => {
      const starts = who.moments(evenings);
      return who.askAt(
        who.buyer(),
        starts.flatMap((start) => sitting(who, start, requests)),
      );
    });
  },

  reseller: (people) => {
    const { people: number, account_days } = people.month.parameters.honest.reseller;
    people.each(number, (who) =>
      resell(who, who.buyer({ createdAt: -24 * who.random.int(...account_days) })),
    );
  },

  /** One device, one address, and one number for a part of them. */
  family: (people) => {
    const { households, members, requests } = people.month.parameters.honest.family;
    for (let n = 0; n < households; n++) familyOf(people, people.random.int(...members), requests);
  },

  office: (people) => {
    const { offices, people: number, requests } = people.month.parameters.honest.office;
    behindOneAddress(people, offices, number, requests);
  },

  carrier: (people) => {
    const { networks, people: number, requests } = people.month.parameters.honest.carrier;
    behindOneAddress(people, networks, number, requests);
  },

  /** Signs up for a request. */
  newcomer: (people) => {
    const { people: number, requests } = people.month.parameters.honest.newcomer;
    people.each(number, (who) => {
      const start = who.moment();
      const buyer = who.buyer({ createdAt: start - 0.2, isVerified: false });
      return who.askAt(buyer, sitting(who, start, requests));
    });
  },

  mistyper: (people) => {
    people.each(people.month.parameters.honest.mistyper.people, (who) => mistype(who, who.buyer()));
  },

  /** Asks again about the same listing, on other days and on the same. */
  returner: (people) => {
    people.each(people.month.parameters.honest.returner.people, (who) => returnTo(who, who.buyer()));
  },
};

/** Some minutes between requests. */
function sitting(who: Person, start: number, requests: [number, number]): number[] {
  const times = who.random.int(...requests);
  const gaps = Array.from({ length: times }, () => 0.03 + who.random.next() * 0.2);
  return gaps.map((_, n) => start + gaps.slice(0, n).reduce((sum, gap) => sum + gap, 0));
}

function* resell(who: Person, buyer: Buyer): Actor {
  const { days, requests } = who.parameters.honest.reseller;
  const text = copiedText(who.random);
  const mornings = Array.from({ length: days }, () => who.moment()).toSorted((a, b) => a - b);
  for (const morning of mornings) {
    for (const moment of sitting(who, morning, requests)) {
      yield Math.max(0, moment - who.people.month.world.hour);
      const item = who.item();
      yield* who.ask(buyer, item, { message: text(item.title) });
    }
  }
}

/** A part of them looks at offers together one evening, and a part signs up for it. */
function familyOf(people: People, members: number, requests: number): void {
  let home: Buyer | undefined;
  const evening = people.random.int(0, people.month.parameters.days - 1) * 24 + 19;
  people.each(members, (who) => {
    const together = who.random.chance(0.3);
    const moments = together
      ? sitting(who, evening + who.random.next(), [1, requests])
      : who.moments(requests);
    const phone = home && who.random.chance(0.7) ? { phone: home.phone } : {};
    const since = who.random.chance(0.2) ? { createdAt: Math.min(...moments, evening) - 0.5 } : {};
    const buyer = who.buyer(home && { device: home.device, address: home.address, ...phone, ...since });
    home ??= buyer;
    return who.askAt(buyer, moments);
  });
}

function behindOneAddress(people: People, places: number, number: number, requests: number): void {
  for (let place = 0; place < places; place++) {
    const address = addressOf(people.random);
    people.each(number, (who) => {
      // A part of them has just joined.
      const isNew = who.random.chance(0.15);
      const start = who.moment();
      const since = isNew ? { createdAt: start - who.random.int(1, 48) } : {};
      const buyer = who.buyer({ address, ...since });
      return who.askAt(buyer, isNew ? sitting(who, start, [1, requests]) : who.moments(requests));
    });
  }
}

/** Gets the number wrong at first: a digit more, less, or another. */
function* mistype(who: Person, buyer: Buyer): Actor {
  yield who.moment();
  const item = who.item();
  for (let n = 0; n < who.parameters.honest.mistyper.mistakes; n++) {
    const outcome = yield* who.ask(buyer, item, { phone: mistyped(buyer.phone, who.random) });
    if (outcome === 'sent' || outcome === 'held') return;
    yield 0.02;
  }
  yield* who.ask(buyer, item);
}

function mistyped(phone: string, random: Random): string {
  const place = random.int(4, phone.length - 1);
  const wrong = String(random.int(0, 9));
  return random.pick([
    phone.slice(0, place) + wrong + phone.slice(place),
    phone.slice(0, place) + phone.slice(place + 1),
    phone.slice(0, place) + wrong + phone.slice(place + 1),
  ]);
}

function* returnTo(who: Person, buyer: Buyer): Actor {
  const item = who.item();
  const message = messageOf(who.parameters.texts, item.title, who.random);
  yield who.moment();
  for (let day = 0; day < who.parameters.honest.returner.days; day++) {
    yield* who.ask(buyer, item, { message });
    yield 0.5;
    if (who.random.chance(0.3)) yield* who.ask(buyer, item, { message });
    yield 23 + who.random.next() * 4;
  }
}
