/** Loaded by lightClient.ts alone. */
export { createCallbackClient } from '@ringback/client';
