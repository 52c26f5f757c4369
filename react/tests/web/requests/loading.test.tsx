/** The dialog's content comes by itself, when it is needed or a little before. */
import { onlineManager } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createLazyPart, type LazyPart } from '../../../src/headless/platform/lazyPart.ts';
import { DialogContent } from '../../../src/web/requests/button/DialogContent.tsx';
import * as panelModule from '../../../src/web/requests/button/DialogPanel.tsx';
import { useWarmUp } from '../../../src/web/ui/useWarmUp.ts';
import { buttonModel } from '../support/models.ts';
import { renderApp } from '../support/renderApp.tsx';

const MODEL = buttonModel({ dialog: 'form' });
const phone = page.getByLabelText('Phone number');

test('says that it is coming, then is there', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof panelModule>();
  await renderApp(<DialogContent model={MODEL} panel={createLazyPart(() => promise)} />);
  await expect.element(page.getByText('Loading…')).toBeInTheDocument();
  resolve(panelModule);
  await expect.element(phone).toBeVisible();
  await expect.element(page.getByText('Loading…')).not.toBeInTheDocument();
});

test('when it cannot be loaded it says so and tries again, and the focus stays', async () => {
  const load = vi.fn().mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const panel = createLazyPart<typeof panelModule>(load.mockResolvedValue(panelModule));
  await renderApp(<DialogContent model={MODEL} panel={panel} />);
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('No connection. Check your network and try again.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(phone).toBeVisible();
  expect(document.activeElement?.contains(phone.element())).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
});

test('what fails again still offers to load the page again, which browsers that keep the failure need', async () => {
  const panel = createLazyPart<typeof panelModule>(() => Promise.reject(new TypeError('Failed to fetch')));
  await renderApp(<DialogContent model={MODEL} panel={panel} />);
  const reload = page.getByRole('button', { name: 'Reload page' });
  await expect.element(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(reload).toBeVisible();
});

/** A button whose dialog is `part`. */
function Near({ part, isUseful }: { part: LazyPart<unknown>; isUseful: boolean }) {
  return (
    <div {...useWarmUp(part, isUseful)}>
      <button type="button">Open</button>
    </div>
  );
}

async function renderNear(isUseful: boolean) {
  const load = vi.fn(async () => ({}));
  await renderApp(<Near part={createLazyPart(load)} isUseful={isUseful} />);
  return load;
}

afterEach(() => onlineManager.setOnline(true));

test('is loaded before the press: once the browser is idle, or after three seconds if it never is', async () => {
  const whenIdle = vi.spyOn(window, 'requestIdleCallback');
  const load = await renderNear(true);
  await expect.poll(() => load).toHaveBeenCalledOnce();
  expect(whenIdle).toHaveBeenCalledWith(expect.any(Function), { timeout: 3000 });
  whenIdle.mockRestore();
});

test('is loaded before the press: when the pointer comes near', async () => {
  const load = await renderNear(false);
  expect(load).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Open' }).hover();
  expect(load).toHaveBeenCalledOnce();
});

test('is loaded before the press: when the keyboard comes near', async () => {
  const load = await renderNear(false);
  await page.getByRole('link', { name: 'Before' }).click();
  await userEvent.tab();
  expect(load).toHaveBeenCalledOnce();
});

test('is not loaded ahead without a connection', async () => {
  onlineManager.setOnline(false);
  const load = await renderNear(false);
  await page.getByRole('button', { name: 'Open' }).click();
  expect(load).not.toHaveBeenCalled();
});
