/** A link is the browser's, but for a plain click where the app has a router. */
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Root } from '../../../src/web/platform/Root.tsx';
import { Link } from '../../../src/web/ui/Link.tsx';
import { renderApp } from '../support/renderApp.tsx';

const link = page.getByRole('link', { name: 'Details' });

async function renderLink(onNavigate?: (href: string) => void) {
  const onPress = vi.fn();
  await renderApp(
    <Root>
      <Link href="#details" onPress={onPress}>
        Details
      </Link>
    </Root>,
    { onNavigate },
  );
  return onPress;
}
afterEach(() => history.replaceState(null, '', location.pathname + location.search));

test('without a router the browser follows it', async () => {
  const onPress = await renderLink();
  await link.click();
  expect(location.hash).toBe('#details');
  expect(onPress).toHaveBeenCalledTimes(1);
});

test('a plain click and Enter go through the router', async () => {
  const onNavigate = vi.fn();
  const onPress = await renderLink(onNavigate);
  await expect.element(link).toHaveAttribute('href', '#details');
  await link.click();
  await userEvent.keyboard('{Enter}');
  expect(onNavigate.mock.calls).toEqual([['#details'], ['#details']]);
  expect(onPress).toHaveBeenCalledTimes(2);
  expect(location.hash).toBe('');
});

test('a click for another window is left to the browser', async () => {
  const onNavigate = vi.fn();
  await renderLink(onNavigate);
  const element = link.element();
  element.addEventListener('click', (event) => event.preventDefault(), { once: true }); // no window is opened here
  await link.click({ modifiers: ['Control'] });
  expect(onNavigate).not.toHaveBeenCalled();
});
