/**
 * What a browser offers for push, as far as the hooks use it: a permission, a service worker, a push service.
 */
import { vi } from 'vitest';

export interface FakeBrowser {
  permission: NotificationPermission;
  /** What the reader answers when asked. */
  answer: NotificationPermission;
  subscription: { endpoint: string; key: string } | null;
  /** What the push service answers with instead of a subscription. */
  refusal: Error | null;
  /** Which service worker was registered, and for which scope. */
  worker: { url: string; scope: string | undefined } | null;
}

export const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/first';

/** Puts it in place of the globals, until they are unstubbed. */
export function stubBrowser(): FakeBrowser {
  const browser: FakeBrowser = {
    ...{ permission: 'default', answer: 'granted', subscription: null, refusal: null, worker: null },
  };
  const pushManager = {
    getSubscription: async () => browser.subscription && subscriptionOf(browser),
    async subscribe({ applicationServerKey: key }: { applicationServerKey: string }) {
      if (browser.refusal) throw browser.refusal;
      if (browser.subscription && browser.subscription.key !== key)
        throw new DOMException('There is one with another key.', 'InvalidStateError');
      browser.subscription ??= { endpoint: ENDPOINT, key };
      return subscriptionOf(browser);
    },
  };
  const registration = { active: {}, pushManager };
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('Notification', {
    get permission() {
      return browser.permission;
    },
    async requestPermission() {
      browser.permission = browser.answer;
      return browser.answer;
    },
  });
  vi.stubGlobal('navigator', {
    language: 'en-GB',
    serviceWorker: {
      getRegistration: async () => browser.worker && registration,
      async register(url: string, { scope }: { scope?: string }) {
        if (url.includes('missing')) throw new TypeError('404');
        browser.worker = { url, scope };
        return registration;
      },
    },
  });
  return browser;
}

function subscriptionOf(browser: FakeBrowser) {
  return {
    endpoint: browser.subscription?.endpoint,
    options: { applicationServerKey: bytesOf(browser.subscription?.key ?? '') },
    toJSON: () => ({ keys: { p256dh: 'P'.repeat(87), auth: 'A'.repeat(22) } }),
    async unsubscribe() {
      browser.subscription = null;
      return true;
    },
  };
}

/** A key as the browser gives it back. */
const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (character) =>
    character.charCodeAt(0),
  ).buffer;
