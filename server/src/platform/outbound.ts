/**
 * Requests to addresses that others chose, such as webhooks. Only public addresses are reached: a name is resolved once, every
 * address that it has is checked, and the connection goes to those very addresses, so that no second answer of the
 * name server can lead elsewhere. No redirects, no proxy, bounded in time and in what is read.
 */
import dns from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, request } from 'undici';

/** The code of an address that must not be reached. */
export const ADDRESS_REFUSED = 'address_refused';

const CONNECT_MS = 5_000;
const ANSWER_MS = 10_000;
const MOST_BYTES = 65_536;
const HTTPS_PORT = 443;
const FIRST_FREE_PORT = 1_024;

export interface OutboundOptions {
  /** Also http, and addresses of this machine and of private networks: for intranets and tests. */
  allowPrivate: boolean;
}

export interface Outbound {
  /** Posts a body; what is answered is read to its bound and dropped. */
  post(url: string, headers: Record<string, string>, body: string, signal: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  retryAfter: string | undefined;
}

/** Opens the way out. */
export function createOutbound({ allowPrivate }: OutboundOptions): Outbound {
  const dispatcher = new Agent({
    connect: { timeout: CONNECT_MS, ...(!allowPrivate && { lookup: lookupPublic }) },
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
    maxResponseSize: MOST_BYTES,
    keepAliveTimeout: 1_000,
  });
  return {
    async post(address, headers, body, signal) {
      const url = new URL(address);
      if (!allowPrivate) requirePublic(url);
      const answer = await request(url, {
        ...{ dispatcher, method: 'POST', headers, body },
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      // The status has been read: whatever the rest is, it changes nothing.
      await answer.body.dump({ limit: MOST_BYTES }).catch(() => {});
      const after = answer.headers['retry-after'];
      return { status: answer.statusCode, retryAfter: typeof after === 'string' ? after : undefined };
    },
    close: () => dispatcher.destroy(),
  };
}

/** What the name alone says. Addresses in other notations (octal, one number …) have become plain ones when the URL was read. */
function requirePublic({ protocol, hostname, port, username, password }: URL): void {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const isOdd = port !== '' && Number(port) !== HTTPS_PORT && Number(port) < FIRST_FREE_PORT;
  if (protocol !== 'https:' || username || password || isOdd) throw refused();
  if (isIP(literal) !== 0 && !isPublic(literal)) throw refused();
}

/** All addresses of a name, if every one of them is public. */
const lookupPublic: LookupFunction = (hostname, options, done) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (!addresses.every(({ address }) => isPublic(address))) return done(refused(), []);
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    done(null, first?.address ?? '', first?.family);
  });
};

const refused = () =>
  Object.assign(new Error('The address is not one of the public internet.'), { code: ADDRESS_REFUSED });

/** Networks that are not the public internet's (IANA's special-purpose registries). */
const SPECIAL_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...[
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
  ],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Within 2000::/3, which alone is public: protocols of the registry, Teredo, documentation, 6to4. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const special = new BlockList();
for (const network of [...SPECIAL_V4, ...SPECIAL_V6]) {
  const [address = '', bits] = network.split('/');
  special.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet's. IPv4 within IPv6 (mapped, NAT64) is not, whatever it leads to. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, 'ipv4');
  return version === 6 && unicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}
