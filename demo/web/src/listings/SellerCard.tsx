/** Who sells it, as far as a marketplace shows that. */
import type { MarketSeller } from '../../../src/market/types.ts';
import { useWords } from '../app/settings.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';

export function SellerCard({ seller }: { seller: MarketSeller }) {
  const { listing: words } = useWords();
  const format = useMarketFormat();
  return (
    <section className="seller" aria-label={words.seller}>
      <Avatar person={seller} size="lg" />
      <div>
        <p>
          <strong dir="auto">{seller.name}</strong>
          {seller.is_verified && (
            <span className="verified">
              <Icon name="verified" /> {words.verified}
            </span>
          )}
        </p>
        <p className="quiet">
          {format.place(seller.city, seller.country)} · {words.since(format.month(seller.member_since))}
        </p>
      </div>
    </section>
  );
}
