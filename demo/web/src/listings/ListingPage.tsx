/** One listing: the picture, its text, its seller, and the button that requests a callback. */
import { CallbackRequestButton } from '@ringback/react';
import { Link } from 'wouter';
import type { MarketListingDetail } from '../../../src/market/types.ts';
import { MarketError } from '../app/api.ts';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { BackLink } from '../ui/BackLink.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Missing } from '../ui/Missing.tsx';
import { Page } from '../ui/Page.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import { ListingGrid } from './ListingGrid.tsx';
import { SellerCard } from './SellerCard.tsx';
import { useListing, useListings } from './useListings.ts';

export function ListingPage({ id }: { id: string }) {
  const { data, error, refetch } = useListing(id);
  if (isMissing(error)) return <Missing what="listing" />;
  if (error) return <Failed retry={refetch} />;
  return data ? <Listing listing={data} /> : <Loading />;
}

/** An id that no listing can have is a listing that is not there. */
const isMissing = (error: Error | null) =>
  error instanceof MarketError && [404, 422].includes(error.status ?? 0);

function Listing({ listing }: { listing: MarketListingDetail }) {
  const { listing: words, categories } = useWords();
  const format = useMarketFormat();
  const { title, image, price, currency, status, city, country, created_at, category, description, seller } =
    listing;
  return (
    <>
      <BackLink href="/">{words.back}</BackLink>
      <Page title={title} className="listing">
        <img className="listing-picture" src={image} alt={categories[category]} width="800" height="600" />
        <div className="listing-facts">
          <p className="listing-price">
            {format.price(price, currency)}
            {status !== 'active' && <span className="badge">{words[status]}</span>}
          </p>
          <p className="quiet">
            {format.place(city, country)} · {words.offered(format.ago(created_at))} · {categories[category]}
          </p>
          <AskForCall listing={listing} />
          <SellerCard seller={seller} />
          <h2>{words.description}</h2>
          <p dir="auto">{description}</p>
        </div>
        <MoreFrom listing={listing} />
      </Page>
    </>
  );
}

/** The button hides itself where no call can be asked for; here stands why. */
function AskForCall({ listing: { id, title, seller } }: { listing: MarketListingDetail }) {
  const { listing: words, nav } = useWords();
  const { signedIn } = useSession();
  if (signedIn?.account.id === seller.id)
    return (
      <p className="hint">
        {words.own} <Link href="/desk">{nav.desk}</Link>
      </p>
    );
  if (!seller.has_phone) return <p className="hint">{words.noPhone}</p>;
  return (
    <CallbackRequestButton
      listingId={id}
      sellerId={seller.id}
      sellerName={seller.name}
      sellerHasPhone
      listingTitle={title}
      variant="primary"
      size="lg"
    />
  );
}

function MoreFrom({ listing: { id, seller } }: { listing: MarketListingDetail }) {
  const { listing: words } = useWords();
  const { data } = useListings({ seller_id: seller.id, limit: '5' });
  const others = (data?.pages[0]?.items ?? []).filter((other) => other.id !== id).slice(0, 4);
  if (others.length === 0) return null;
  return (
    <section className="listing-more" aria-labelledby="more">
      <h2 id="more">{words.more(seller.name)}</h2>
      <ListingGrid listings={others} />
    </section>
  );
}
