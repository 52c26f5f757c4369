/** An afternoon of a spammer with two accounts, and someone honest. */
import type { Review, TrustEntry } from '@ringback/client';

const id = (n: number) => `0198c000-0000-7000-8000-000000000${n}`;

function review(n: number, changes: Partial<Review> = {}): Review {
  return {
    ...{
      id: id(n),
      state: 'waiting',
      status: 'pending',
      at: new Date(Date.now() - n * 60_000).toISOString(),
    },
    score: 85,
    signals: [
      { name: 'patterned_number', points: 45, meaning: 'The number repeats one digit or runs up or down.' },
      { name: 'link', points: 25, meaning: 'The text has a link.' },
      { name: 'verified', points: -20, meaning: 'The marketplace verified the person.' },
    ],
    ...{
      buyer: { id: '41', name: 'Ada Okafor' },
      account_age_days: 0,
      seller: { id: '77', name: 'Kofi Mensah' },
    },
    ...{
      listing: { id: '9', title: 'Road bike' },
      message: 'Sell faster: link',
      phone_masked: '+1 •••• ••6543',
    },
    shared: { phone: '3f9a2c11', device: '77ab0e42', ip: null, text: '90cc12ab' },
    ...{ asked_at: null, asked_about: null, decided_at: null, operator_name: null, person_list: null },
    ...changes,
  };
}

export const REVIEWS: Review[] = [
  review(201),
  review(202, {
    buyer: { id: '42', name: 'Ben Adu' },
    listing: { id: '10', title: 'Oak table' },
    person_list: 'block',
  }),
  review(203, {
    ...{
      buyer: { id: '43', name: null },
      account_age_days: null,
      message: null,
      signals: [],
      score: 30,
      state: 'sent',
    },
    ...{ listing: { id: '11', title: null }, shared: { phone: null, device: null, ip: null, text: null } },
  }),
];

export const ENTRIES: TrustEntry[] = [
  {
    ...{
      id: id(301),
      list: 'block',
      person: { id: '42', name: 'Ben Adu' },
      phone_masked: null,
      reason: 'Advertising',
    },
    ...{ created_at: new Date().toISOString(), ends_at: null, operator_name: 'Ama Boateng' },
  },
  {
    ...{
      id: id(302),
      list: 'allow',
      person: null,
      phone_masked: '+44 •••• ••0018',
      reason: 'A shop’s own number',
    },
    ...{ created_at: new Date().toISOString(), ends_at: null, operator_name: 'Ama Boateng' },
  },
];
