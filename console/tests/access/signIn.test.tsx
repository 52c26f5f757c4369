/** The page behind a link: nothing happens before the press, the token leaves the address, and one comes back to where one was. */
import { CallbackError, type CreateOperatorSession } from '@ringback/client';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { keepReturn } from '../../src/app/returnTo.ts';
import { readSessionKey } from '../../src/app/sessionKey.ts';
import { OVERVIEW } from '../overview/fixtures.ts';
import { SESSION } from '../support/fixtures.ts';
import { findViolations } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';

const press = () => page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();

test('one press signs in, keeps the key, and leads to where one was', async () => {
  const sent: CreateOperatorSession[] = [];
  keepReturn('/audit?action=pause_channel');
  const router = await openPage('/sign-in#the-token', {
    isSignedIn: false,
    answers: {
      createOperatorSession: (given) => {
        sent.push(given);
        return { ...SESSION, session_key: 'the-key' };
      },
      listAudit: () => ({ items: [], next_cursor: null }),
      listOperators: () => ({ items: [], next_cursor: null }),
    },
  });
  await expect.element(page.getByText(/It works once\./)).toBeVisible();
  expect(router.state.location.hash).toBe('');
  expect(sent).toEqual([]);
  await press();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  expect(sent).toEqual([{ token: 'the-token' }]);
  expect(readSessionKey()).toBe('the-key');
  expect(router.state.location.href).toBe('/audit?action=pause_channel');
});

test('a link that is of no use says so, and how to get another', async () => {
  await openPage('/sign-in#old', {
    isSignedIn: false,
    answers: {
      createOperatorSession: () => {
        throw new CallbackError('unauthenticated', 'This link doesn’t work any more.');
      },
      getOverview: () => OVERVIEW,
    },
  });
  await press();
  await expect.element(page.getByRole('alert').getByText(/This link doesn’t work any more\./)).toBeVisible();
  await expect.element(page.getByText('ringback operator-link')).toBeVisible();
  expect(readSessionKey()).toBeNull();
  expect(await findViolations()).toEqual([]);
});

test('an address without a link says so', async () => {
  await openPage('/sign-in', { isSignedIn: false });
  await expect.element(page.getByText(/This address holds no link/)).toBeVisible();
});
