/** What the server has drawn, the browser takes over as it is. */
import { hydrateRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { commands, page } from 'vitest/browser';
import { ListingPage, READERS, type Reader } from '../support/listingPage.tsx';

const container = document.createElement('div');
let root: Root | undefined;

afterEach(() => {
  root?.unmount();
  container.remove();
  vi.restoreAllMocks();
});

/** Shows the server's page and brings it to life; returns what React complains about meanwhile. */
async function hydrate(reader: Reader) {
  container.innerHTML = await commands.renderOnServer(reader);
  document.body.append(container);
  const button = container.querySelector('button');
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  root = hydrateRoot(container, <ListingPage reader={reader} />, { onRecoverableError: complain });
  await expect.poll(() => container.querySelector('[aria-busy]')).toBeNull();
  expect(container.querySelector('button')).toBe(button);
  return complain.mock.calls;
}

test.each(Object.keys(READERS) as Reader[])('for a reader %s', async (reader) => {
  expect(await hydrate(reader)).toEqual([]);
});

test("the reader's own zone takes the place of the server's", async () => {
  expect(await commands.renderOnServer('of whom nothing is known')).toContain('November 25, 2026 at 2:05 PM');
  await hydrate('of whom nothing is known');
  await expect.element(page.getByText(/^Requested .*14:05/)).toBeVisible();
});
