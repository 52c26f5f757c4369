import type { Badge as BadgeModel } from '../../headless/ui/parts.ts';
import { Badge } from '../ui/Badge.tsx';

interface SellerProps {
  name: string;
  avatarUrl: string | undefined;
  verified?: BadgeModel | undefined;
  /** "Usually answers within 2 hours". */
  usual?: string | undefined;
}

/** Who gets a request. */
export function Seller({ name, avatarUrl, verified, usual }: SellerProps) {
  return (
    <div className="cb-seller">
      {avatarUrl && <img className="cb-avatar" src={avatarUrl} alt="" loading="lazy" />}
      <div>
        <p className="cb-seller-name">
          <bdi>{name}</bdi> {verified && <Badge {...verified} />}
        </p>
        {usual && <p className="cb-muted">{usual}</p>}
      </div>
    </div>
  );
}
