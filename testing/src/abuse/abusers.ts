/**
 * Six abusers. A plain one goes through its accounts, from one device and address, and never learns; an adapting one reacts to every
 * refusal with the next of its means (another text, account, device, address or number, or patience), which it pays for.
 */
import { addressOf, type Buyer, deviceOf, type Item } from '../world/market.ts';
import type { Random } from '../world/random.ts';
import type { Actor } from '../world/world.ts';
import { attempt, type Doer, type Month, type Spending } from './attempt.ts';
import { type Lure, SCRAPING, SPAM, writeLure } from './lures.ts';
import type { AbuseKind } from './parameters.ts';

type Means = 'text' | 'account' | 'device' | 'address' | 'number' | 'patience';

interface Plan {
  /** What it does about a refusal, the cheapest first. */
  means: Means[];
  /** Hours between attempts. */
  pace: number;
  lure?: Lure;
  /** Of which sellers; by default of any. */
  fewSellers?: boolean;
  /** The number for the next attempt; by default the account's own. */
  number?(abuser: Abuser): string;
}

const PLANS: Record<AbuseKind, Plan> = {
  flooder: { means: ['account', 'device', 'address', 'patience'], pace: 0.02, fewSellers: true },
  bomber: {
    means: ['account', 'device', 'address', 'patience'],
    pace: 0.05,
    number: (abuser) => abuser.prey,
  },
  spammer: { means: ['text', 'account', 'device', 'address', 'patience'], pace: 0.05, lure: SPAM },
  fraudster: {
    means: ['number', 'account', 'device', 'address', 'patience'],
    pace: 0.2,
    number: (abuser) => abuser.prey,
  },
  scraper: { means: ['text', 'account', 'device', 'address', 'patience'], pace: 0.03, lure: SCRAPING },
  pumper: {
    means: ['account', 'device', 'address', 'number', 'patience'],
    pace: 0.03,
    number: (abuser) => abuser.nextOfPrefix(),
  },
};

export function startAbusers(month: Month, random: Random): void {
  for (const [kind, { actors }] of Object.entries(month.parameters.abuse)) {
    for (let n = 0; n < actors; n++) {
      for (const adapting of [false, true]) {
        const name = `${adapting ? 'adapting ' : ''}${kind} ${n}`;
        const abuser = new Abuser(month, kind as AbuseKind, name, adapting, random.fork(name));
        month.world.start(adapting ? adapt(abuser) : goThrough(abuser), abuser.beginning);
      }
    }
  }
}

/** One abuser, with what it has at the moment. */
class Abuser implements Doer {
  readonly month: Month;
  readonly kind: { abuse: AbuseKind; adapting: boolean };
  readonly name: string;
  readonly random: Random;
  readonly plan: Plan;
  readonly spent: Spending;
  readonly beginning: number;
  /** The number of the one who is to be called, or that costs its callers. */
  prey = '';
  patience = 1;
  #buyer: Buyer | undefined;
  #device = '';
  #address = '';
  #text = 0;
  #count = 0;
  readonly #items: Item[];

  constructor(month: Month, abuse: AbuseKind, name: string, adapting: boolean, random: Random) {
    this.month = month;
    this.kind = { abuse, adapting };
    this.name = name;
    this.random = random;
    this.plan = PLANS[abuse];
    this.spent = { kind: abuse, name, accounts: 0, addresses: 0, devices: 0, numbers: 0, texts: 0, hours: 0 };
    const lasts = adapting ? month.parameters.adapting.days : 2;
    this.beginning = random.next() * Math.max(1, month.parameters.days - lasts) * 24;
    this.#items = this.#targets();
    this.take('number');
    this.take('device');
    this.take('address');
    this.take('text');
  }

  /** Gets something new, which costs it. */
  take(means: Means): void {
    if (means === 'patience') this.patience = Math.min(this.patience * 4, 24 / this.plan.pace);
    if (means === 'account') this.#buyer = undefined;
    if (means === 'device') this.#device = deviceOf(this.random);
    if (means === 'address') this.#address = addressOf(this.random);
    if (means === 'text') this.#text += 1;
    if (means === 'number') this.#takeNumber();
    if (means === 'device' || means === 'address') this.#moveTo();
    const counted = SPENT[means];
    if (counted) this.spent[counted] += 1;
  }

  get attempts(): number {
    return this.month.parameters.abuse[this.kind.abuse].attempts;
  }

  /** Signs up, if it has no account. */
  *signUp(): Actor {
    if (this.#buyer) return;
    const { market, world } = this.month;
    this.#buyer = market.buyer(this.random, {
      ...{ createdAt: world.hour, device: this.#device, address: this.#address },
    });
    this.spent.accounts += 1;
    yield (sql) => market.save(sql);
  }

  /** The next attempt with what it has. */
  *attempt() {
    yield* this.signUp();
    this.#count += 1;
    const item = this.#items[this.#count % this.#items.length] as Item;
    const { lure, number } = this.plan;
    const phone = number?.(this);
    return yield* attempt(this.month, this, this.#buyer as Buyer, item, this.random, {
      ...(phone && { phone }),
      message: lure ? writeLure(lure, this.#text, this.random) : null,
    });
  }

  /** The numbers of a prefix, one after the other. */
  nextOfPrefix(): string {
    return `${this.prey.slice(0, -3)}${String((Number(this.prey.slice(-3)) + this.#count * 7) % 1000).padStart(3, '0')}`;
  }

  #takeNumber(): void {
    const { numbers, country } = this.month.market;
    const costly = () =>
      numbers.ordinary(this.random.pick(this.month.parameters.costly_countries), this.random);
    const isFirst = this.prey === '';
    if (this.kind.abuse === 'pumper') this.prey = costly();
    else if (this.kind.abuse === 'fraudster')
      this.prey = isFirst ? numbers.premium(country, this.random) : costly();
    else if (this.kind.abuse === 'bomber') this.prey = numbers.ordinary(country, this.random);
  }

  #moveTo(): void {
    if (this.#buyer) this.#buyer = { ...this.#buyer, device: this.#device, address: this.#address };
  }

  #targets(): Item[] {
    const { items } = this.month.market;
    const start = this.random.int(0, items.length - 1);
    const perSeller = this.month.parameters.market.listings_per_seller;
    const number = this.plan.fewSellers ? 4 * perSeller : items.length;
    // Sellers in turn, so that those in a row are not of one seller.
    const step = this.plan.fewSellers ? 1 : perSeller;
    return Array.from({ length: number }, (_, n) => {
      const place = start + n * step + Math.floor((n * step) / items.length);
      return items[place % items.length] as Item;
    });
  }
}

const SPENT: Partial<Record<Means, 'devices' | 'addresses' | 'numbers' | 'texts'>> = {
  device: 'devices',
  address: 'addresses',
  number: 'numbers',
  text: 'texts',
};

/** Account after account, whatever is answered. */
function* goThrough(abuser: Abuser): Actor {
  const { accounts } = abuser.month.parameters.abuse[abuser.kind.abuse];
  for (let account = 0; account < accounts; account++) {
    abuser.take('account');
    for (let n = 0; n < abuser.attempts; n++) {
      yield* abuser.attempt();
      yield abuser.plan.pace;
    }
  }
}

/** Tries until its days are over; each refusal costs it the next of its means. */
function* adapt(abuser: Abuser): Actor {
  const { month, plan, spent } = abuser;
  const { days, attempts } = month.parameters.adapting;
  const end = abuser.beginning + days * 24;
  month.spent.push(spent);
  let refusals = 0;
  for (let n = 0; n < attempts && month.world.hour < end; n++) {
    const outcome = yield* abuser.attempt();
    if (outcome === 'sent' || outcome === 'duplicate') refusals = 0;
    else
      abuser.take(outcome === 'limited' ? 'account' : (plan.means[refusals++ % plan.means.length] as Means));
    yield plan.pace * abuser.patience;
    spent.hours = month.world.hour - abuser.beginning;
  }
}
