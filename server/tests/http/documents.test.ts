/** docs/errors.md and docs/http.md say what is true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLIENT_ERRORS, ERRORS } from '@ringback/client';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { call, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CURES } from '../../src/http/docs/cures.ts';
import type { App } from '../../src/http/types.ts';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');

let app: App;
beforeAll(async () => {
  app = await testApp(await testDatabase());
});
afterAll(() => app.close());

test('errors.md lists every error, as it is defined', () => {
  const rows = [
    ...read('errors.md').matchAll(/^\| `(\w+)` \| (\d{3}) \| ([^|]+) \| (yes|no) \| (.{20,}) \|$/gm),
  ];
  const listed = rows.map(([, code, status, title, again]) => [
    code,
    { status: Number(status), title, retryable: again === 'yes' },
  ]);
  expect(Object.fromEntries(listed)).toEqual(ERRORS);
  expect(listed.map(([code]) => code)).toEqual(Object.keys(ERRORS));
  expect(Object.fromEntries(rows.map(([, code, , , , cure]) => [code, cure]))).toEqual(CURES);
  for (const code of Object.keys(CLIENT_ERRORS)) expect(read('errors.md')).toContain(`\`${code}\` (`);
});

test('http.md shows every route of the API, each with a command', async () => {
  const { paths } = (await call(app, { url: '/openapi.json' })).body;
  const routes = Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const sections = read('http.md').split(/^### /m).slice(1);
  expect(sections.map((section) => section.split('\n', 1)[0]).sort()).toEqual(routes.sort());
  for (const section of sections) expect(section).toMatch(/```sh\ncurl /);
});

test.each(['http.md', 'errors.md'])('%s closes each code block before the next heading', (name) => {
  const blocks = read(name).split(/^```/m);
  expect(blocks.length % 2, 'an odd number of fences').toBe(1);
  for (const code of blocks.filter((_, place) => place % 2 === 1)) expect(code).not.toMatch(/^#{1,6} /m);
});
