import type { NextConfig } from 'next';

const ringback = process.env.RINGBACK_URL ?? 'http://localhost:3000';

const config: NextConfig = {
  rewrites: async () => [
    { source: '/v1/:path*', destination: `${ringback}/v1/:path*` },
    { source: '/demo/:path*', destination: `${ringback}/demo/:path*` },
  ],
};

export default config;
