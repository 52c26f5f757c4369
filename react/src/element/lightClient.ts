/** A client that weighs little until a request is made or followed: then the whole one is loaded. */
import {
  type CallbackClient,
  CallbackError,
  type Eligibility,
  type HttpClientOptions,
} from '@ringback/client';

export function createLightClient(options: HttpClientOptions): CallbackClient {
  let whole: Promise<CallbackClient> | undefined;
  const load = () => {
    whole ??= loadWhole(options);
    whole.catch(() => (whole = undefined)); // tried again at the next call
    return whole;
  };
  const own: Pick<CallbackClient, 'getEligibility' | 'subscribe'> = {
    getEligibility: async (...given) =>
      (await askDirectly(options, ...given)) ?? (await load()).getEligibility(...given),
    subscribe: (...given) => startWhenLoaded(load, (client) => client.subscribe?.(...given)),
  };
  return new Proxy(own as CallbackClient, {
    get: (known, name: keyof CallbackClient) => known[name] ?? passOn(load, name),
  });
}

async function loadWhole(options: HttpClientOptions): Promise<CallbackClient> {
  const { createCallbackClient } = await import('./wholeClient.ts');
  return createCallbackClient(options);
}

type Load = () => Promise<CallbackClient>;

const passOn =
  (load: Load, name: keyof CallbackClient) =>
  async (...given: never[]): Promise<unknown> =>
    ((await load())[name] as (...given: never[]) => unknown)(...given);

function startWhenLoaded(load: Load, start: (client: CallbackClient) => (() => void) | undefined) {
  let isOver = false;
  let stop: (() => void) | undefined;
  load().then(
    (client) => {
      if (!isOver) stop = start(client);
    },
    () => {}, // what is shown is read again now and then, too
  );
  return () => {
    isOver = true;
    stop?.();
  };
}

/** The answer to the one question that every page asks; undefined for whatever needs another look by the whole client. */
async function askDirectly(
  options: HttpClientOptions,
  ...[listingId, sellerId, { signal } = {}]: Parameters<CallbackClient['getEligibility']>
): Promise<Eligibility | undefined> {
  const token = await options.getToken({ refresh: false });
  if (token === null) throw new CallbackError('unauthenticated', 'Sign in to continue.');
  const address = `${options.baseUrl.replace(/\/+$/, '')}/v1/listings/${encodeURIComponent(listingId)}/eligibility`;
  const query = sellerId === undefined ? '' : `?seller_id=${encodeURIComponent(sellerId)}`;
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const answer = fetch(address + query, { headers, credentials: 'omit', signal: signal ?? null });
  return answer.then(
    (response) => (response.ok ? response.json().catch(() => undefined) : undefined),
    () => undefined,
  );
}
