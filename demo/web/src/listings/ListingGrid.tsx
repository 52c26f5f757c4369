/** Listings beside and below each other. */
import { Link } from 'wouter';
import type { MarketListing } from '../../../src/market/types.ts';
import { useMarketFormat } from '../ui/format.ts';

export function ListingGrid({ listings }: { listings: MarketListing[] }) {
  return (
    <ul className="grid">
      {listings.map((listing) => (
        <li key={listing.id}>
          <ListingTile listing={listing} />
        </li>
      ))}
    </ul>
  );
}

function ListingTile({ listing }: { listing: MarketListing }) {
  const format = useMarketFormat();
  const { id, image, title, price, currency, city, country, created_at } = listing;
  return (
    <Link href={`/listings/${id}`} className="tile">
      <img src={image} alt="" width="400" height="300" loading="lazy" />
      <span className="tile-price">{format.price(price, currency)}</span>
      <span className="tile-title">
        <bdi>{title}</bdi>
      </span>
      <small>
        {format.place(city, country)} · {format.ago(created_at)}
      </small>
    </Link>
  );
}

/** Keeps the place while the listings are on their way. */
export function ListingGridSkeleton() {
  return (
    <ul className="grid" aria-hidden="true">
      {Array.from({ length: 8 }, (_, index) => `skeleton-${index}`).map((key) => (
        <li key={key} className="tile skeleton">
          <span />
          <span />
          <span />
        </li>
      ))}
    </ul>
  );
}
