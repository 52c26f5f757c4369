import type { CallbackRequest } from '@ringback/client';
import { BUYER, LISTING, SELLER } from './marketplace';

/** A request that was called back, as the API gives it. */
export const SAMPLE_REQUEST: CallbackRequest = {
  id: '0197f3a2-9a4e-7f10-b6d1-5a2f9f3f4c21',
  status: 'completed',
  priority: 'high',
  requester_id: BUYER.id,
  seller_id: SELLER.id,
  listing_id: LISTING.id,
  requester_name: BUYER.name,
  requester_phone: null,
  preferred_time: 'evening',
  preferred_days: ['Monday', 'Tuesday'],
  time_zone: 'Africa/Accra',
  preferred_ranges: [],
  is_preferred_now: false,
  message: 'Could I see it on Monday after work?',
  callback_reason: 'meetup_arrangement',
  requested_at: '2026-11-02T09:30:00Z',
  acknowledged_at: '2026-11-02T10:05:00Z',
  completed_at: '2026-11-02T18:40:00Z',
  cancelled_at: null,
  cancelled_by: null,
  cancel_reason: null,
  expires_at: '2026-11-09T09:30:00Z',
  updated_at: '2026-11-02T18:40:00Z',
  confirmation: null,
  can_confirm_until: null,
  requester: { id: BUYER.id, name: BUYER.name, phone: null, avatar_url: null },
  seller: { id: SELLER.id, name: SELLER.name, avatar_url: null },
  listing: { id: LISTING.id, title: LISTING.title, price: 1850, currency: 'GHS', image: null },
};
