/** A page of a host: the component between a link before it and a link after it. */
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react/pure';
import { CallbackProvider, type CallbackProviderProps } from '../../../src/web/index.ts';
import { createFakeClient, type FakeClient } from '../../support/fakeClient.ts';

interface Options extends Partial<Omit<CallbackProviderProps, 'client'>> {
  client?: FakeClient | undefined;
}

export async function renderApp(ui: ReactNode, { client = createFakeClient(), ...props }: Options = {}) {
  const screen = await render(
    <CallbackProvider
      client={client}
      locale="en-GB"
      timeZone="Europe/London"
      region="GB"
      profile={{ name: 'Ama Mensah', phone: '+442079460018' }}
      {...props}
    >
      <a href="#before">Before</a>
      {ui}
      <a href="#after">After</a>
    </CallbackProvider>,
  );
  return { client, screen };
}
