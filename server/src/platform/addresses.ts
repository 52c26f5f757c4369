/** IP addresses: read without what gateways add to them, grouped by network, and looked up in lists of addresses and ranges. */
import { BlockList, isIP } from 'node:net';

/** Names that lists may hold for ranges that are the same everywhere. */
const NAMED = new Map([
  ['loopback', ['127.0.0.0/8', '::1']],
  ['linklocal', ['169.254.0.0/16', 'fe80::/10']],
  ['uniquelocal', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']],
]);

/** Whether an item of a list is a name, an address or a range. Zero bits would be everyone. */
export function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  if (NAMED.has(text)) return true;
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  const most = version === 4 ? 32 : 128;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
}

/** Makes the question whether an address is in the list; with or without a port. */
export function addressList(items: string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const item of items.flatMap((name) => NAMED.get(name) ?? [name])) {
    const [address = '', bits] = item.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (text) => {
    const address = plainAddress(text);
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Whether the address is this machine itself. */
export const isLoopback = addressList(['loopback']);

/** The address alone: Azure's gateway adds the port, others brackets; IPv4 may come as a part of IPv6, or with a zone. */
export function plainAddress(text: string): string {
  const [, bracketed, v4] = /^"?(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)"?$/.exec(text.trim()) ?? [];
  return (bracketed ?? v4 ?? text.trim()).replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

/** What counts as one caller: an IPv4 address, or the /64 that one IPv6 customer has. */
export function networkOf(text: string): string {
  const address = plainAddress(text);
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const gap = Array(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0');
  return `${[...(before ?? []), ...gap, ...(after ?? [])].slice(0, 4).join(':')}::/64`;
}
