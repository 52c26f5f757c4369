/**
 * Push to this browser, by what the browser itself offers: its service workers, its permission, its push
 * service.
 */

/** The service worker that shows what is pushed. */
export interface PushWorker {
  url: string;
  /** Below which path it works; where its file is by default. */
  scope?: string | undefined;
}

export type PushErrorCode = 'worker_failed' | 'push_service_failed';

const CURES: Record<PushErrorCode, string> = {
  worker_failed: 'The service worker for push could not be started. Check that its file can be loaded.',
  push_service_failed:
    'The browser could not reach its push service. Private windows have none; else check the connection, and that the browser allows push, then try again.',
};

/** What the browser refuses, and what to do; `cause` has the reason. */
export class PushError extends Error {
  readonly code: PushErrorCode;

  constructor(code: PushErrorCode, cause: unknown) {
    super(CURES[code], { cause });
    this.name = 'PushError';
    this.code = code;
  }
}

/**
 * False in React Native, on a page without https, and in Safari on iOS before the page is on the home screen.
 */
export function canPush(): boolean {
  return (
    'Notification' in globalThis &&
    'PushManager' in globalThis &&
    Boolean(globalThis.navigator?.serviceWorker)
  );
}

/** The subscription there is, or null. It is of no use without the permission. */
export async function findSubscription({ url, scope }: PushWorker): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(scope ?? url);
  return registration?.pushManager.getSubscription() ?? null;
}

/** Whether the server can push to it: one that was made for an earlier key is refused by the push service. */
export function isOfKey({ options }: PushSubscription, key: string): boolean {
  const own = options?.applicationServerKey;
  if (!own) return true; // an older browser does not tell
  const base64 = btoa(String.fromCharCode(...new Uint8Array(own)));
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') === key;
}

/**
 * Subscribes with the server's VAPID key, once the permission is given.
 * @throws PushError
 */
export async function subscribeToPush(worker: PushWorker, key: string): Promise<PushSubscription> {
  const { pushManager } = await startWorker(worker).catch((cause) => {
    throw new PushError('worker_failed', cause);
  });
  const subscribe = () => pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  try {
    return await subscribe().catch(async (error) => {
      // There is one with another key, of an earlier server.
      if (error.name !== 'InvalidStateError') throw error;
      await (await pushManager.getSubscription())?.unsubscribe();
      return subscribe();
    });
  } catch (cause) {
    throw new PushError('push_service_failed', cause);
  }
}

async function startWorker({ url, scope }: PushWorker): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(url, scope === undefined ? {} : { scope });
  const starting = registration.installing ?? registration.waiting;
  if (!registration.active && starting) await activation(starting);
  return registration;
}

function activation(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The service worker was not installed.'));
    });
  });
}
