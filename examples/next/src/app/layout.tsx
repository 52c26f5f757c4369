import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import './app.css';

export const metadata: Metadata = { title: 'Ringback in Next' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Listing</Link>
          <Link href="/dashboard">Dashboard</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
