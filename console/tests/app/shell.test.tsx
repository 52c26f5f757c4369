/** The frame: what the keyboard opens, who may see what, and what happens when the session ends. */
import { CallbackError } from '@ringback/client';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { takeReturn } from '../../src/app/returnTo.ts';
import { keepSessionKey } from '../../src/app/sessionKey.ts';
import { NotAllowed } from '../../src/ui/states.tsx';
import { OVERVIEW } from '../overview/fixtures.ts';
import { SESSION } from '../support/fixtures.ts';
import { findViolations } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { openUi } from '../support/openUi.tsx';

const answers = { getOverview: () => OVERVIEW };
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

test('the palette opens by Ctrl-K, finds by a few letters, and leads there by Enter', async () => {
  const router = await openPage('/nowhere', { answers });
  await expect.element(page.getByText('Not found')).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByPlaceholder('Search or jump to…')).toHaveFocus();
  expect(await findViolations()).toEqual([]);
  await userEvent.keyboard('over{Enter}');
  await expect.element(heading('Overview')).toHaveFocus();
  expect(router.state.location.pathname).toBe('/');
});

test('the palette changes the appearance', async () => {
  await openPage('/', { answers });
  await expect.element(heading('Overview')).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByPlaceholder('Search or jump to…')).toHaveFocus();
  await userEvent.keyboard('dark{Enter}');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

test('the question mark lists the keys', async () => {
  await openPage('/', { answers });
  await expect.element(heading('Overview')).toBeVisible();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('the first Tab skips the navigation', async () => {
  await openPage('/', { answers });
  await expect.element(heading('Overview')).toBeVisible();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('on a phone the navigation is behind a button', async () => {
  await page.viewport(360, 740);
  await openPage('/', { answers });
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await expect.element(page.getByRole('link', { name: 'Overview' })).toBeVisible();
  expect(await findViolations()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('link', { name: 'Overview' })).not.toBeInTheDocument();
});

test('without a session it asks to sign in, and comes back to the address', async () => {
  const router = await openPage('/?days=7', { answers, isSignedIn: false });
  await expect.element(heading('Sign in to the console')).toBeVisible();
  await expect.element(page.getByText('Your session has ended')).not.toBeInTheDocument();
  expect(await findViolations()).toEqual([]);
  keepSessionKey('another-key');
  await expect.element(heading('Overview')).toBeVisible();
  expect(router.state.location.pathname).toBe('/');
});

test('a session that ends asks to sign in again, where one was', async () => {
  const getOperatorSession = vi.fn(() => {
    throw new CallbackError('unauthenticated', 'The session has ended.');
  });
  await openPage('/', { answers: { ...answers, getOperatorSession } });
  await expect.element(page.getByText(/Your session has ended/)).toBeVisible();
  expect(takeReturn()).toBe('/');
});

test('who signs out is asked for nothing more', async () => {
  const endOperatorSession = vi.fn();
  await openPage('/', { answers: { ...answers, endOperatorSession } });
  await page.getByRole('button', { name: /Ama Boateng/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.element(heading('Sign in to the console')).toBeVisible();
  await expect.element(page.getByText('Your session has ended')).not.toBeInTheDocument();
  expect(endOperatorSession).toHaveBeenCalledWith(SESSION.session_id);
});

test('what the role does not allow names the role that does', async () => {
  await openUi(<NotAllowed role="admin" />, { role: 'viewer' });
  await expect.element(page.getByText('This needs the role Admin. Yours is Viewer.')).toBeVisible();
});

test('without a connection it shows that, and asks again when told to', async () => {
  let isOffline = true;
  const getOverview = () => {
    if (isOffline)
      throw new CallbackError('network_error', 'No connection. Check your network and try again.');
    return OVERVIEW;
  };
  await openPage('/', { answers: { getOverview } });
  await expect.element(page.getByText('Error code: network_error').first()).toBeVisible();
  window.dispatchEvent(new Event('offline'));
  isOffline = false;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect.element(page.getByText('Still pending')).toBeVisible();
});
