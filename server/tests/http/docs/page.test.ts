/** The reference at /docs: it has all of the API, its links lead somewhere, it loads nothing but its styles. */
import { ERRORS, OPERATIONS, type Operation } from '@ringback/client';
import { testDatabase } from '@ringback/testing/database/index.ts';
import { call, testApp } from '@ringback/testing/server/app.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { CURES } from '../../../src/http/docs/cures.ts';
import { html } from '../../../src/http/docs/html.ts';
import { inlineText } from '../../../src/http/docs/text.ts';
import type { App } from '../../../src/http/types.ts';

let app: App;
let page: string;

beforeAll(async () => {
  app = await testApp(await testDatabase(), { PUBLIC_URL: 'https://callbacks.example.com' });
  page = (await call(app, { url: '/docs' })).text;
});
afterAll(() => app.close());

/** The section of an operation or of an object. */
const sectionOf = (id: string) => page.split(`id="${id}"`)[1]?.split('</section>', 1)[0] ?? '';

test.each(Object.entries<Operation>(OPERATIONS))(
  '%s: its address, its fields, its errors',
  async (name, operation) => {
    const { body: document } = await call(app, { url: '/openapi.json' });
    const path = `/v1${operation.path.replace(/:(\w+)/g, '{$1}')}`;
    const described = document.paths[path][operation.method.toLowerCase()];
    const section = sectionOf(name);
    expect(section).toContain(`<span class="method">${operation.method}</span> <code>${path}</code>`);
    for (const parameter of described.parameters ?? []) {
      expect(section).toContain(`<th scope="row"><code>${parameter.name}</code>`);
    }
    const reference = described.requestBody?.content['application/json'].schema.$ref.split('/').at(-1);
    for (const field of Object.keys(document.components.schemas[reference]?.properties ?? {})) {
      expect(section).toContain(`<th scope="row"><code>${field}</code>`);
    }
    for (const code of operation.errors ?? []) {
      expect(section).toContain(`<code>${code}</code> <span class="mark">${ERRORS[code].status}</span>`);
      expect(section).toContain(inlineText(CURES[code]).text);
    }
  },
);

test('what is required, which words there are and what is in objects is shown', () => {
  const created = sectionOf('createCallbackRequest');
  expect(created).toContain('<code>requester_phone</code> <span class="mark">required</span>');
  expect(created).not.toContain('<code>message</code> <span class="mark">required</span>');
  expect(created).toContain('<code>low</code>, <code>normal</code>, <code>high</code>, <code>urgent</code>');
  expect(created).toContain('string, 1 to 100 characters');
  expect(created).toContain('<a href="#CallbackRequestDetail">CallbackRequestDetail</a>');
  expect(sectionOf('CallbackRequestDetail')).toMatch(
    /<details><summary>Fields of <code>history<.*to_status/s,
  );
  expect(sectionOf('registerDevice')).toContain('<caption>Body: kind web</caption>');
  expect(sectionOf('closeCallbackRequest')).toContain('An operator with the role <code>support</code>');
  expect(page).not.toContain('any value');
});

test('every link leads to something on it, or to the document', () => {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...page.matchAll(/href="([^"]+)"/g)].map(([, target = '']) => target);
  const elsewhere = targets.filter((target) => !target.startsWith('#'));
  expect(elsewhere).toEqual(['docs/style.css', 'openapi.json']);
  for (const target of targets) if (target.startsWith('#')) expect(ids).toContain(target.slice(1));
});

test('it has the version, this address, and no script, inline style or foreign host', async () => {
  expect(page).toContain(`Version ${packageJson.version}`);
  expect((await call(app, { url: '/openapi.json' })).body.info.version).toBe(packageJson.version);
  expect(page).toContain('API=https://callbacks.example.com');
  expect(page).not.toMatch(/<script|<style|style="|\bon\w+="|src=/);
  const { headers } = await call(app, { url: '/docs' });
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  expect((await call(app, { url: '/docs/style.css' })).headers['content-type']).toBe(
    'text/css; charset=utf-8',
  );
});

test('with a slash at the end it is the same page', async () => {
  const { status, headers } = await call(app, { url: '/docs/' });
  expect([status, headers.location]).toEqual([308, '../docs']);
});

test('what is put into HTML is escaped, unless it is HTML', () => {
  expect(
    html`<p title="${'"'}">${'<b>'}${html`<i>${"'&"}</i>`}${['a', 1]}${false}${undefined}</p>`.text,
  ).toBe('<p title="&quot;">&lt;b&gt;<i>&#39;&amp;</i>a1</p>');
  expect(inlineText('a `<b>` c').text).toBe('a <code>&lt;b&gt;</code> c');
});
