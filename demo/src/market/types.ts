/** What the demo's own API answers, for the server that sends it and the pages that read it. */
import type { Category } from '../country.ts';
import type { Part } from '../people.ts';

/** Someone whom one can sign in as. */
export interface MarketPerson {
  id: string;
  name: string;
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  avatar_url: string | null;
  /** The part that the person plays on the start page. */
  part: Part | null;
  listing_count: number;
  received_count: number;
  sent_count: number;
}

/** One page of people, found by words. */
export interface MarketPersonPage {
  items: MarketPerson[];
  total: number;
  /** Where the next page begins, or null at the end. */
  next_offset: number | null;
}

/** A seller as a listing shows them: whether there is a number, never the number. */
export interface MarketSeller {
  id: string;
  name: string;
  city: string;
  country: string;
  avatar_url: string | null;
  is_verified: boolean;
  has_phone: boolean;
  member_since: string;
}

export interface MarketListing {
  id: string;
  seller_id: string;
  title: string;
  price: number;
  currency: string;
  image: string;
  category: Category;
  city: string;
  country: string;
  created_at: string;
}

export interface MarketListingDetail extends MarketListing {
  description: string;
  status: 'active' | 'sold' | 'inactive';
  seller: MarketSeller;
}

export interface MarketListingPage {
  items: MarketListing[];
  total: number;
  /** Where the next page begins, or null at the end. */
  next_offset: number | null;
}

/** Everything that the pages know about the person who is signed in: also what other people do not see. */
export interface MarketAccount {
  id: string;
  name: string;
  city: string;
  country: string;
  avatar_url: string | null;
  part: Part | null;
  phone: string | null;
  time_zone: string;
}

export interface MarketSignIn {
  token: string;
  expires_at: string;
  role: 'authenticated' | 'admin';
  account: MarketAccount;
}
