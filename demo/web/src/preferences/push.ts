/** Push to this browser, shown by the marketplace's service worker (demo/web/push-worker.js). */
import { useCallbackPush } from '@ringback/react';

export const PUSH_WORKER = { url: '/market/push-worker.js' };

export const usePush = () => useCallbackPush(PUSH_WORKER);
