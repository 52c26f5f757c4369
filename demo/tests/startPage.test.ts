/** The start page: what it says, that what it shows can be pasted, and that nothing on it needs a lax policy. */
import { expect, test } from 'vitest';
import { demoCommands } from '../src/commands.ts';
import { demoPeople } from '../src/load.ts';
import { demoFiles, OWN_FILES } from '../src/pages.ts';
import { type StartPageOptions, startPage } from '../src/startPage.ts';

const people = demoPeople();
const options: StartPageOptions = {
  apiUrl: 'http://localhost:3000',
  version: '1.2.3',
  database: 'PostgreSQL 18, embedded',
  dataDir: '/home/ama/ringback/.ringback',
  people,
  counts: {
    people: 256,
    countries: 18,
    listings: 396,
    requests: 1808,
    newestAt: new Date('2026-11-22T10:00:00Z'),
  },
  tokens: { buyer: 'buyer.token-1_2', seller: 'seller.token-3_4', operator: 'operator.token-5_6' },
  tokensExpireAt: new Date('2026-12-22T10:00:00Z'),
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of every element that can be copied. */
function copyable(html: string): string[] {
  return [...html.matchAll(/<pre><code>(.*?)<\/code><\/pre>/gs)].map(([, inner = '']) =>
    inner.replace(/<[^>]*>/g, '').replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name] ?? name),
  );
}

test('it says what is running and where', () => {
  const html = startPage(options);
  for (const text of [options.apiUrl, options.version, options.database, options.dataDir as string])
    expect(html).toContain(text);
  expect(html).toContain('256 people in 18 countries, 396 listings, 1,808 callback requests');
  for (const path of ['/docs', '/openapi.json', '/healthz', '/metrics'])
    expect(html).toContain(`href="${path}"`);
  const { dataDir, ...elsewhere } = options;
  expect(startPage(elsewhere)).not.toContain('Data directory');
  expect(html).toContain(dataDir);
});

test('it shows the five commands and the three tokens whole', () => {
  const commands = demoCommands(options.apiUrl, people, options.tokens).map(({ command }) => command);
  expect(commands).toHaveLength(5);
  expect(copyable(startPage(options))).toEqual([...commands, ...Object.values(options.tokens)]);
});

test('what comes from elsewhere cannot become markup', () => {
  const html = startPage({ ...options, database: '<script>alert("&")</script>', dataDir: "/home/o'<b>" });
  expect(html).toContain('&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;');
  expect(html).toContain('/home/o&#39;&lt;b&gt;');
});

test('nothing is inline or from elsewhere, and every file it names is served', () => {
  const files = demoFiles();
  const html = startPage(options);
  expect(html).not.toMatch(/<style|<script(?![^>]* src=)| style=| on\w+=/);
  const named = [...html.matchAll(/(?:src|href)="(\/demo\/[^"]+)"/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(3);
  const pages = ['/demo/mail', '/demo/console'];
  expect([...pages, ...files.map(({ path }) => path)]).toEqual(expect.arrayContaining(named));
  expect([...html.matchAll(/(?:src|href)="https?:\/\/([^/"]+)/g)].map(([, host]) => host)).toEqual([
    'localhost:3000',
  ]);
  for (const policy of [OWN_FILES, ...files.map(({ contentPolicy }) => contentPolicy)])
    expect(policy).toMatch(/^default-src 'none'/);
});
