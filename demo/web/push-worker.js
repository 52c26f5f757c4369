/**
 * The marketplace's service worker. It shows what Ringback pushes, { title, body, lang, dir, tag, url }, and leads to the request when the
 * notification is clicked. It answers no requests and caches nothing.
 */
const HOME = new URL('/market', location.origin).href;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('push', (event) => event.waitUntil(show(event.data.json())));

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.url));
});

/** The page registers the new subscription at the next visit: there is no token here. */
addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

/** A later notification about the same request takes the place of the former, and is heard again. */
function show({ title, body, lang, dir, tag, url }) {
  return registration.showNotification(title, {
    body,
    lang,
    dir,
    tag,
    renotify: true,
    data: { url: ownUrl(url) },
  });
}

/** Nothing but pages of the marketplace is opened. */
function ownUrl(url = HOME) {
  const { href, origin } = new URL(url, location.origin);
  return origin === location.origin ? href : HOME;
}

/** In the window that shows it already, else in any of the marketplace's, else in a new one. */
async function open(url) {
  const pages = (await clients.matchAll({ type: 'window', includeUncontrolled: true })).filter((page) =>
    page.url.startsWith(HOME),
  );
  const page = pages.find((candidate) => candidate.url === url) ?? (await lead(pages[0], url));
  return page ? page.focus() : clients.openWindow(url);
}

/** Only a window that this worker controls can be led anywhere. */
async function lead(page, url) {
  return page?.navigate(url).catch(() => undefined);
}

async function renew({ oldSubscription, newSubscription }) {
  if (!newSubscription && oldSubscription) await registration.pushManager.subscribe(oldSubscription.options);
}
