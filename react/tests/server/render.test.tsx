/** The components on a server: no window, no document, and styles that come with the page. */
import { renderToReadableStream, renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import {
  CallbackBell,
  CallbackNotificationList,
  CallbackPreferences,
  CallbackPrivacy,
  CallbackProvider,
  CallbackRequestButton,
  CallbackRequestCard,
  CallbackStats,
} from '../../src/web/index.ts';
import { createFakeClient } from '../support/fakeClient.ts';
import { BUTTON_PROPS, makeRequest } from '../support/samples.ts';

const button = <CallbackRequestButton {...BUTTON_PROPS} />;

test('the button and the card render', () => {
  const html = renderToString(
    <CallbackProvider client={createFakeClient()} locale="en-GB" timeZone="Europe/London">
      {button}
      <CallbackRequestCard request={makeRequest({ message: 'Still there?' })} />
    </CallbackProvider>,
  );
  expect(globalThis).not.toHaveProperty('window');
  expect(html).toContain('Call me back');
  expect(html).toContain('Still there?');
});

test('the bell, and what loads in the browser, render', () => {
  const html = renderToString(
    <CallbackProvider client={createFakeClient()} links={{ notifications: '/notifications' }}>
      <CallbackBell />
      <CallbackBell as="link" />
      <CallbackNotificationList />
      <CallbackPreferences />
      <CallbackPrivacy />
      <CallbackStats as="buyer" />
    </CallbackProvider>,
  );
  expect(html).toContain('href="/notifications"');
  expect(html).toContain('Erase your callback data');
  expect(html.match(/Loading…/g)).toHaveLength(3);
});

test('the styles come once, with the nonce, however many providers there are', async () => {
  const app = (
    <CallbackProvider client={createFakeClient()} nonce="r4nd0m">
      {button}
    </CallbackProvider>
  );
  const page = (
    <html lang="en">
      <body>
        {app}
        {app}
      </body>
    </html>
  );
  const html = await new Response(await renderToReadableStream(page, { nonce: { style: 'r4nd0m' } })).text();
  expect(html.match(/<style[^>]*>/g)).toEqual([expect.stringContaining('nonce="r4nd0m"')]);
});

test('external styles leave nothing inline', () => {
  const html = renderToString(
    <CallbackProvider client={createFakeClient()} styles="external" theme={{ light: { accent: '#006400' } }}>
      {button}
    </CallbackProvider>,
  );
  expect(html).not.toMatch(/<style|style="/);
});
