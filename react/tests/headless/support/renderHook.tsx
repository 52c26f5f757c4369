/** Runs hooks inside a provider, without any view. */
import { notifyManager } from '@tanstack/react-query';
import { act, type ComponentType } from 'react';
import { createRoot } from 'test-renderer';
import { beforeAll, onTestFinished, vi } from 'vitest';
import {
  CallbackProvider,
  type CallbackProviderProps,
  createMemoryStorage,
} from '../../../src/headless/index.ts';
import { loadPhoneRules } from '../../../src/headless/requests/form/phoneRules.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';
import { BUYER_ID } from '../../support/samples.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// Within act instead of in a timer after it.
notifyManager.setScheduler(queueMicrotask);

// Their first load takes longer than a test waits within act.
beforeAll(async () => void (await loadPhoneRules()));

export interface Rendered<Result, Props> {
  client: FakeClient;
  /** What the hook returned first and last. */
  result: { readonly first: Result; readonly current: Result };
  rerender: (props: Props) => Promise<void>;
  unmount: () => Promise<void>;
  /** Waits until the hook's result is as expected. */
  until: (isAsExpected: (result: Result) => boolean) => Promise<void>;
}

export interface RenderOptions extends Partial<Omit<CallbackProviderProps, 'client' | 'children'>> {
  client?: FakeClient;
}

export function renderHook<Result, Props = undefined>(
  hook: (props: Props) => Result,
  props: Props,
  options: RenderOptions = {},
): Promise<Rendered<Result, Props>> {
  function HookProbe({ props, report }: ProbeProps<Result, Props>) {
    report(hook(props));
    return null;
  }
  return renderProbe(HookProbe, props, options);
}

export interface ProbeProps<Result, Props> {
  props: Props;
  report: (result: Result) => void;
}

/** Renders a component that draws nothing and reports what its hooks return. */
export async function renderProbe<Result, Props>(
  Probe: ComponentType<ProbeProps<Result, Props>>,
  props: Props,
  options: RenderOptions = {},
): Promise<Rendered<Result, Props>> {
  const { client = createFakeClient(), ...given } = options;
  const settings = {
    userId: BUYER_ID,
    locale: 'en-GB',
    timeZone: 'Europe/London',
    storage: createMemoryStorage(),
    ...given,
  };
  const results: Result[] = [];
  const report = (result: Result) => void results.push(result);
  const root = createRoot();
  const render = (next: Props) =>
    act(async () =>
      root.render(
        <CallbackProvider client={client} {...settings}>
          <Probe props={next} report={report} />
        </CallbackProvider>,
      ),
    );
  let isMounted = true;
  async function unmount() {
    if (isMounted) await act(async () => root.unmount());
    isMounted = false;
  }
  onTestFinished(unmount);
  await render(props);

  const last = () => results.at(-1) as Result;
  return {
    client,
    result: {
      get first() {
        return results[0] as Result;
      },
      get current() {
        return last();
      },
    },
    rerender: async (next) => void (await render(next)),
    unmount,
    until: (isAsExpected) =>
      vi.waitFor(
        async () => {
          await act(async () => {});
          if (!isAsExpected(last())) throw new Error('The result did not become as expected.');
        },
        { timeout: 10_000 },
      ),
  };
}

export { act };
