import type { ListingModel } from '../../headless/requests/details.ts';
import { Link } from '../ui/Link.tsx';

/** What a request is about. */
export function Listing({ title, price, imageUrl, href }: ListingModel) {
  const name = <bdi>{title}</bdi>;
  return (
    <div className="cb-listing">
      {imageUrl && <img className="cb-thumbnail" src={imageUrl} alt="" loading="lazy" />}
      <span className="cb-listing-title">{href === undefined ? name : <Link href={href}>{name}</Link>}</span>
      {price && <span className="cb-listing-price">{price}</span>}
    </div>
  );
}
