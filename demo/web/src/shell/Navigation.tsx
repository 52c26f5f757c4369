/**
 * The ways to the main pages: in the header of a wide window, at the bottom of a narrow one. CSS shows one of
 * the two.
 */
import { Link, useLocation } from 'wouter';
import { useWords } from '../app/settings.tsx';
import { Icon, type MarketIcon } from '../ui/Icon.tsx';

interface Destination {
  href: string;
  icon: MarketIcon;
  label: string;
}

export function Navigation({ place }: { place: 'top' | 'bottom' }) {
  const { nav } = useWords();
  const [path] = useLocation();
  return (
    <nav className={`nav nav-${place}`} aria-label={nav.main}>
      {useDestinations().map(({ href, icon, label }) => (
        <Link key={href} href={href} aria-current={isAt(path, href) ? 'page' : undefined}>
          <Icon name={icon} />
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
}

function useDestinations(): Destination[] {
  const { nav } = useWords();
  return [
    { href: '/', icon: 'store', label: nav.browse },
    { href: '/requests', icon: 'phone', label: nav.requests },
    { href: '/desk', icon: 'inbox', label: nav.desk },
  ];
}

function isAt(path: string, href: string): boolean {
  if (href === '/') return path === '/' || path.startsWith('/listings');
  return path === href || path.startsWith(`${href}/`);
}
