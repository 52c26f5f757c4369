/** Settings that a host writes inline are new objects whenever it renders, and mean the same. */
import { createRoot } from 'test-renderer';
import { expect, test } from 'vitest';
import { CallbackProvider } from '../../../src/headless/index.ts';
import { useCallbackContext } from '../../../src/headless/platform/context.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { act } from '../support/renderHook.tsx';

test('a theme, a profile, slots or links written inline change nothing when they say the same', async () => {
  const client = createFakeClient();
  const seen = new Set<unknown>();
  function Probe() {
    seen.add(useCallbackContext());
    return null;
  }
  const root = createRoot();
  const render = (accent: string, base = '/requests') =>
    act(async () =>
      root.render(
        <CallbackProvider
          client={client}
          theme={{ radius: 6, light: { accent }, dark: { accent: '#d9a7f0' } }}
          profile={{ name: 'Ama Mensah' }}
          components={{}}
          links={{ request: (id) => `${base}/${id}`, notifications: '/notifications' }}
          onNavigate={() => {}}
        >
          <Probe />
        </CallbackProvider>,
      ),
    );
  await render('#7a1fa2');
  await render('#7a1fa2');
  expect(seen.size).toBe(1);
  await render('#a21f2a');
  expect(seen.size).toBe(2);
  await render('#a21f2a', '/fr/requests');
  expect(seen.size).toBe(3);
  await act(async () => root.unmount());
});
