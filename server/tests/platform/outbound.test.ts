/** Requests to addresses that others chose reach public ones alone: whatever the address looks like, and whatever its name leads to. */
import dns from 'node:dns';
import { startStandIn } from '@ringback/testing/providers/standIn.ts';
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createOutbound, isPublic } from '../../src/platform/outbound.ts';

let asked = 0;
let port: number;
beforeAll(async () => {
  const canary = await startStandIn(() => {
    asked += 1;
    return { status: 200 };
  });
  port = canary.port;
  return () => canary.close();
});
afterEach(() => vi.restoreAllMocks());

const post = (url: string, allowPrivate = false) => {
  const outbound = createOutbound({ allowPrivate });
  onTestFinished(() => outbound.close());
  return outbound.post(url, {}, '{}', AbortSignal.timeout(5_000));
};

/** What the name server answers, in turns. */
function names(...answers: string[][]): void {
  let turn = 0;
  vi.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    _options: object,
    done: (...given: unknown[]) => void,
  ) => {
    const addresses = answers[Math.min(turn, answers.length - 1)] ?? [];
    turn += 1;
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as never);
}

describe('an address that is refused before anything is sent:', () => {
  test.each([
    ...[
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0x7f.1',
      '127.0.0.1.',
      '0.0.0.0',
      '0',
    ],
    ...[
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[0:0:0:0:0:ffff:127.0.0.1]',
      '[::127.0.0.1]',
    ],
    ...[
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '100.64.0.1',
      '169.254.169.254',
      '198.18.0.1',
    ],
    ...[
      '192.0.0.192',
      '192.0.2.1',
      '203.0.113.5',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
      '１２７.0.0.1',
    ],
    ...[
      '[fe80::1]',
      '[fc00::1]',
      '[fd00:ec2::254]',
      '[ff02::1]',
      '[2001:db8::1]',
      '[2002:7f00:1::]',
      '[2001::1]',
    ],
    ...['[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[100::1]', '[fec0::1]', '[3fff::1]'],
  ])('https://%s', async (host) => {
    await expect(post(`https://${host}/`)).rejects.toMatchObject({ code: 'address_refused' });
    await expect(post(`https://${host}:${port}/`)).rejects.toMatchObject({ code: 'address_refused' });
    expect(asked).toBe(0);
  });

  test.each([
    'http://example.com/',
    'https://user@example.com/',
    'https://user:password@example.com/',
    'https://example.com:22/',
    'https://example.com:25/',
    'ftp://example.com/',
    'file:///etc/passwd',
  ])('%s', async (url) => {
    await expect(post(url)).rejects.toMatchObject({ code: 'address_refused' });
  });
});

describe('a name is refused', () => {
  test.each([
    ['that leads to this machine', ['127.0.0.1']],
    ['that leads to a private network', ['10.1.2.3']],
    ['that leads to the cloud’s metadata', ['169.254.169.254']],
    ['of which one address of several is private', ['93.184.216.34', '192.168.0.1']],
    ['that leads to an IPv4 address within IPv6', ['::ffff:127.0.0.1']],
  ])('%s', async (_what, addresses) => {
    names(addresses);
    await expect(post(`https://hooks.example.com:${port}/`)).rejects.toMatchObject({
      code: 'address_refused',
    });
    expect(asked).toBe(0);
  });

  test('that is this machine’s own', async () => {
    await expect(post(`https://localhost:${port}/`)).rejects.toMatchObject({ code: 'address_refused' });
    expect(asked).toBe(0);
  });

  test('or connected to at the address that was checked, whatever it answers next', async () => {
    names(['203.0.114.1'], ['127.0.0.1']);
    await expect(post(`https://hooks.example.com:${port}/`)).rejects.toThrow();
    expect(dns.lookup).toHaveBeenCalledOnce();
    expect(asked).toBe(0);
  }, 15_000);
});

test('public addresses are', () => {
  for (const address of [
    '8.8.8.8',
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])
    expect(isPublic(address), address).toBe(true);
  expect(isPublic('example.com')).toBe(false);
});

describe('where private ones are allowed', () => {
  test('the status and when to come back are answered, and no more is read than its bound', async () => {
    const huge = await startStandIn(() => ({
      ...{ status: 503, headers: { 'retry-after': '7' } },
      body: { text: 'x'.repeat(2_000_000) },
    }));
    onTestFinished(() => huge.close());
    expect(await post(`http://127.0.0.1:${huge.port}/`, true)).toEqual({ status: 503, retryAfter: '7' });
  });

  test('a redirect is not followed', async () => {
    const from = await startStandIn(() => ({
      status: 302,
      headers: { location: `http://127.0.0.1:${port}/` },
    }));
    onTestFinished(() => from.close());
    expect(await post(`http://127.0.0.1:${from.port}/`, true)).toMatchObject({ status: 302 });
    expect(asked).toBe(0);
  });

  test('who never answers is left when the attempt ends', async () => {
    const silent = await startStandIn(() => 'silent');
    onTestFinished(() => silent.close());
    const outbound = createOutbound({ allowPrivate: true });
    onTestFinished(() => outbound.close());
    const posted = outbound.post(`http://127.0.0.1:${silent.port}/`, {}, '{}', AbortSignal.timeout(200));
    await expect(posted).rejects.toThrow();
  });
});
