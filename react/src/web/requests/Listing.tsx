import type { ListingModel } from '../../headless/requests/details.ts';

/** What a request is about. */
export function Listing({ title, price, imageUrl }: ListingModel) {
  return (
    <div className="cb-listing">
      {imageUrl && <img className="cb-thumbnail" src={imageUrl} alt="" loading="lazy" />}
      <span className="cb-listing-title">
        <bdi>{title}</bdi>
      </span>
      {price && <span className="cb-listing-price">{price}</span>}
    </div>
  );
}
