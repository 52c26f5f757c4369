/** Browsers, phones and hosts that name zones and languages as Intl does not take them. */
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import {
  CallbackProvider,
  type CallbackProviderProps,
  useCallbackCard,
  useMessages,
} from '../../../src/headless/index.ts';
import { fr } from '../../../src/headless/messages/fr.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { makeRequest } from '../../support/samples.ts';
import { type RenderOptions, renderHook } from '../support/renderHook.tsx';

afterEach(() => vi.unstubAllGlobals());

const REQUEST = makeRequest({ requested_at: '2026-11-25T14:05:00Z', preferred_time: 'evening' });
const useCard = () => ({ ...useCallbackCard({ request: REQUEST }), ...useMessages() });
/** As the browser has them, rather than the test. */
const OWN = { locale: undefined, timeZone: undefined } as unknown as RenderOptions;

function stubReader(language: string | undefined, timeZone: string | undefined) {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype;
  vi.stubGlobal('navigator', { language });
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...resolvedOptions.call(this), timeZone } as Intl.ResolvedDateTimeFormatOptions;
  });
}

afterEach(() => vi.restoreAllMocks());

test.each([
  ['en-US@posix', 'Etc/Unknown', 'en-US'],
  ['en_US', '', 'en-US'],
  ['C', undefined, 'en'],
  ['', 'Etc/Unknown', 'en'],
])('a browser that reports %j and %j', async (language, timeZone, locale) => {
  stubReader(language, timeZone);
  const { result } = await renderHook(useCard, undefined, OWN);
  expect(result.current.locale).toBe(locale);
  expect(result.current.requestedAt).toContain('2:05 PM');
});

test.each([
  ['en_GB', 'en-GB', 'Requested 25 November 2026 at 14:05'],
  ['C', 'en', 'Requested November 25, 2026 at 2:05 PM'],
  ['', 'en', 'Requested November 25, 2026 at 2:05 PM'],
])('a host that gives the locale %j', (given, locale, requestedAt) => {
  expect(render({ locale: given, timeZone: 'Etc/Unknown' })).toBe(`${locale}|${requestedAt}`);
});

test('a catalogue whose language is written as profiles have it', () => {
  const html = render({ locale: 'fr_CA', messages: { ...fr, language: 'fr_CA' } });
  expect(html).toContain('fr-CA|');
  expect(render({ locale: 'de', messages: { ...fr, language: 'fr_CA' } })).toContain('fr-CA|');
});

function render(props: Partial<CallbackProviderProps>) {
  function Page() {
    const { locale, requestedAt } = useCard();
    return [locale, requestedAt].join('|');
  }
  return renderToString(
    <CallbackProvider client={createFakeClient()} {...props}>
      <Page />
    </CallbackProvider>,
  );
}
