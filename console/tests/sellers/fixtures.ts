/** Three sellers: a busy one, one with few requests, one who answers nobody. */
import type { SellerFigure, SellerFigures } from '@ringback/client';

const SELLER: SellerFigure = {
  ...{
    id: '0198c000-0000-7000-8000-000000000101',
    name: 'Kwame Addo',
    received: 140,
    answered: 128,
    contacts: 101,
  },
  ...{
    completed: 104,
    declined: 6,
    expired: 9,
    answer_rate: 93.4,
    answer_rate_low: 88,
    answer_rate_high: 96.5,
  },
  ...{ contact_rate: 73.7, contact_rate_low: 65.8, contact_rate_high: 80.4 },
  ...{ response_rate: 88, completion_rate: 81.2, median_response_seconds: 1500 },
};

export const SELLERS: SellerFigures = {
  ...{ from: '2026-11-01', to: '2026-11-30', sellers: 3 },
  items: [
    SELLER,
    {
      ...SELLER,
      ...{
        id: '0198c000-0000-7000-8000-000000000102',
        name: 'Efua Mensah',
        received: 5,
        answered: 5,
        contacts: 5,
      },
      ...{ answer_rate: 100, answer_rate_low: 56.6, answer_rate_high: 100 },
    },
    {
      ...SELLER,
      ...{ id: '0198c000-0000-7000-8000-000000000103', name: null, received: 12, answered: 0, contacts: 0 },
      ...{ answer_rate: null, answer_rate_low: null, answer_rate_high: null, median_response_seconds: null },
    },
  ],
};
