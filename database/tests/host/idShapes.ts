/** The same marketplace with keys of other types than uuid. */
import { expect } from 'vitest';
import { type Ids, type Shape, UUIDS } from './shapes.ts';

const NUMBERS: Ids = { buyer: '1', seller: '2', blocked: '3', bike: '41', lamp: '42' };
const CUIDS: Ids = {
  buyer: 'cmd8x0a1b0000qz01buyer000',
  seller: 'cmd8x0a1b0001qz01seller00',
  blocked: 'cmd8x0a1b0002qz01blocked0',
  bike: 'cmd8x0a1b0003qz01bike0000',
  lamp: 'cmd8x0a1b0004qz01lamp0000',
};

/** Types of the people's and the listings' keys as the host declares them; `refers` is that of columns that name people. */
type Keys = { people: string; listings: string; refers?: string };

function shape(name: string, { people, listings, refers = people }: Keys, ids: Ids): Shape {
  return {
    name,
    ids,
    sql: `
      create table public.users (
        id ${people} primary key, name varchar(100) not null, phone varchar(20), created_at timestamp not null default now());
      create table public.products (
        id ${listings} primary key, seller_id ${refers} not null references public.users on delete cascade, title varchar(200) not null,
        price numeric(10, 2), currency char(3), category text, country_code char(2), contact_phone text, status text not null default 'active');
      create table public.user_blocks (
        blocker_id ${refers} references public.users, blocked_id ${refers} references public.users, primary key (blocker_id, blocked_id));
      insert into public.users (id, name, phone) values
        ('${ids.buyer}', 'Ada Okafor', '+14155550123'), ('${ids.seller}', 'Bea Lindqvist', '+46701740605'), ('${ids.blocked}', 'Cy Adams', null);
      insert into public.products (id, seller_id, title, price, currency, category, country_code, contact_phone, status) values
        ('${ids.bike}', '${ids.seller}', 'Road bike', 420.5, 'SEK', 'Bikes', 'SE', '+46701740606', 'active'),
        ('${ids.lamp}', '${ids.seller}', 'Lamp', 10, 'SEK', null, null, null, 'sold');
      insert into public.user_blocks values ('${ids.seller}', '${ids.blocked}');`,
    answer: {
      seller: { name: 'Bea Lindqvist', avatar_url: null },
      listing: { title: 'Road bike', price: 420.5, currency: 'SEK', image: null },
    },
    profile: { phone: '+46701740605', is_active: true, created_at: expect.any(Date) },
    location: 'SE',
    hasBlocks: true,
    keys: { people: 'users_pkey', listings: 'products_pkey' },
  };
}

export const ID_SHAPES: Shape[] = [
  shape('bigint ids', { people: 'bigserial', listings: 'bigserial', refers: 'bigint' }, NUMBERS),
  shape('integer ids', { people: 'serial', listings: 'serial', refers: 'integer' }, NUMBERS),
  shape('ids that are text: cuid', { people: 'text', listings: 'text' }, CUIDS),
  shape('text that sorts by another collation', { people: 'text collate "C"', listings: 'text' }, CUIDS),
  shape('uuid in varchar', { people: 'varchar(36)', listings: 'varchar(36)' }, UUIDS),
  shape(
    'uuid for people, bigint for listings',
    { people: 'uuid', listings: 'bigint' },
    {
      ...UUIDS,
      bike: NUMBERS.bike,
      lamp: NUMBERS.lamp,
    },
  ),
];
