/** One look alone, in the theme and language of the address: `look.html?look=card&mode=dark&locale=ar`. */
import { createRoot } from 'react-dom/client';
import { ar } from '../src/headless/messages/ar.ts';
import { CallbackProvider, type CallbackProviderProps } from '../src/web/platform/CallbackProvider.tsx';
import { LOOKS } from '../tests/web/support/looks.tsx';

const query = new URLSearchParams(location.search);
const mode = query.get('mode') === 'dark' ? 'dark' : 'light';
const locale = query.get('locale') === 'ar' ? 'ar' : 'en-GB';
const client = {} as CallbackProviderProps['client']; // the views alone call nobody

document.documentElement.style.colorScheme = mode;
document.documentElement.lang = locale;
document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';

/** What takes the focus in its frame must not move the gallery there. */
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function focusInPlace(options) {
  focus.call(this, { ...options, preventScroll: true });
};

createRoot(document.body).render(
  <CallbackProvider
    client={client}
    locale={locale}
    {...(locale === 'ar' && { messages: ar })}
    timeZone="Europe/London"
    theme={{ mode }}
  >
    <main>{LOOKS[query.get('look') ?? '']}</main>
  </CallbackProvider>,
);
