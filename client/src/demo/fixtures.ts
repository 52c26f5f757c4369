/** A small marketplace to begin with: two sellers, their listings, and some requests on their way. */
import { DAY, HOUR } from './policy.ts';
import type { DemoListing, DemoPerson } from './state.ts';

export const DEMO_BUYER: DemoPerson = { id: 'ama', name: 'Ama Mensah', phone: '+233242345678' };
export const DEMO_SELLER: DemoPerson = {
  ...{ id: 'kwame', name: 'Kwame Addo', phone: '+233201234567' },
  is_verified: true,
};

export const DEMO_PEOPLE: DemoPerson[] = [
  DEMO_BUYER,
  DEMO_SELLER,
  { id: 'efua', name: 'Efua Boateng', phone: '+233271234567' },
  { id: 'jonas', name: 'Jonas Weber', phone: '+4915123456789', time_zone: 'Europe/Berlin' },
  { id: 'grace', name: 'Grace Owusu', phone: '+233551234567' },
  { id: 'yaw', name: 'Yaw Darko', phone: null },
];

const price = (amount: number) => ({ price: amount, currency: 'GHS' });

export const DEMO_LISTINGS: DemoListing[] = [
  { id: 'bicycle', seller_id: 'kwame', title: 'Road bicycle, 56 cm', ...price(1450) },
  { id: 'camera', seller_id: 'kwame', title: 'Mirrorless camera with 35 mm lens', ...price(5200) },
  { id: 'sofa', seller_id: 'efua', title: 'Corner sofa, dark green', ...price(2800) },
  { id: 'guitar', seller_id: 'kwame', title: 'Acoustic guitar', ...price(600), is_available: false },
  { id: 'lamp', seller_id: 'yaw', title: 'Desk lamp', ...price(120) },
  { id: 'desk', seller_id: 'ama', title: 'Writing desk, oak', ...price(900) },
];

/** Something that a person did before the demo begins; `about` is the listing. */
export interface PastAct {
  ago: number;
  by: string;
  about: string;
  body: Record<string, unknown>;
  does: 'create' | 'acknowledge' | 'attempt' | 'confirm';
}

export const PAST: PastAct[] = [
  {
    ...{ ago: 3 * DAY, by: 'ama', about: 'sofa', does: 'create' },
    body: { message: 'Does it come apart? My stairs are narrow.', callback_reason: 'product_details' },
  },
  { ago: 3 * DAY - HOUR, by: 'efua', about: 'sofa', does: 'attempt', body: { outcome: 'no_answer' } },
  { ago: 2 * DAY, by: 'efua', about: 'sofa', does: 'attempt', body: { outcome: 'reached' } },
  { ago: 2 * DAY - HOUR, by: 'ama', about: 'sofa', does: 'confirm', body: { answer: 'talked', rating: 5 } },
  {
    ...{ ago: DAY, by: 'jonas', about: 'camera', does: 'create' },
    body: { message: 'How many shutter counts?', preferred_time: 'evening', time_zone: 'Europe/Berlin' },
  },
  { ago: DAY - HOUR, by: 'kwame', about: 'camera', does: 'acknowledge', body: {} },
  {
    ...{ ago: 2 * HOUR, by: 'grace', about: 'bicycle', does: 'create' },
    body: {
      message: 'Could I see it this afternoon?',
      callback_reason: 'meetup_arrangement',
      priority: 'urgent',
    },
  },
];
