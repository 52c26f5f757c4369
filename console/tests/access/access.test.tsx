/** What operators do on the page of sessions and operators, and what those of lower roles don't see. */
import { CallbackError } from '@ringback/client';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { browserOf } from '../../src/access/browsers.ts';
import { SESSION } from '../support/fixtures.ts';
import { openPage } from '../support/openPage.tsx';
import { ENDED, OPERATORS, SESSIONS } from './fixtures.ts';

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const dialog = page.getByRole('dialog');

test('one’s own session is marked, browsers are in words, and another’s is ended after a question', async () => {
  let items = SESSIONS;
  const ended: string[] = [];
  await openPage('/access', {
    answers: {
      listOperatorSessions: () => ({ items, next_cursor: null }),
      endOperatorSession: (id) => {
        ended.push(id);
        items = items.filter((session) => session.id !== id);
      },
    },
  });
  await expect.element(row('Ama Boateng').getByText('This one')).toBeVisible();
  await expect.element(row('Kofi Mensah').getByText('Chrome on Android')).toBeVisible();
  await page.getByRole('button', { name: 'End the session of Kofi Mensah' }).click();
  await expect
    .element(dialog.getByText(/Kofi Mensah is signed out of Chrome on Android at once/))
    .toBeVisible();
  expect(ended).toEqual([]);
  await dialog.getByRole('button', { name: 'End session' }).click();
  await expect.element(page.getByText('Session ended.')).toBeVisible();
  expect(ended).toEqual([SESSIONS[1]?.id]);
  await expect.element(row('Kofi Mensah')).not.toBeInTheDocument();
});

test('ending one’s own signs out', async () => {
  const ended: string[] = [];
  await openPage('/access', {
    answers: {
      listOperatorSessions: () => ({ items: SESSIONS, next_cursor: null }),
      endOperatorSession: (id) => void ended.push(id),
    },
  });
  await page.getByRole('button', { name: 'End the session of Ama Boateng' }).click();
  await expect.element(dialog.getByText(/You’ll be signed out\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'End session' }).click();
  await expect.element(page.getByRole('heading', { name: 'Sign in to the console' })).toBeVisible();
  expect(ended).toEqual([SESSION.session_id]);
});

test('sessions that have ended are shown when they are asked for, and stay ended', async () => {
  const router = await openPage('/access', {
    answers: {
      listOperatorSessions: (query) => ({
        items: query?.ended ? [...SESSIONS, ENDED] : SESSIONS,
        next_cursor: null,
      }),
    },
  });
  await page.getByRole('combobox', { name: 'Show' }).selectOptions('Ended ones too');
  await expect.element(row('Unnamed').getByText('Ended')).toBeVisible();
  expect(router.state.location.search).toEqual({ ended: 'yes' });
  await expect.element(row('Unnamed').getByRole('button', { name: /^End/ })).not.toBeInTheDocument();
});

test('an admin disables and enables others; a refusal stays in the dialog', async () => {
  const sent: [string, boolean][] = [];
  let items = OPERATORS;
  await openPage('/access?tab=operators', {
    answers: {
      listOperators: () => ({ items, next_cursor: null }),
      setOperatorAccess: (id, { disabled }) => {
        sent.push([id, disabled]);
        if (sent.length === 1) throw new CallbackError('overloaded', 'The service is busy.');
        const disabled_at = disabled ? new Date().toISOString() : null;
        items = items.map((operator) => (operator.id === id ? { ...operator, disabled_at } : operator));
        return items.find((operator) => operator.id === id) as (typeof items)[number];
      },
    },
  });
  await expect.element(row('Ama Boateng').getByText('You', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Disable Ama Boateng' })).not.toBeInTheDocument();
  await expect.element(row('deploy').getByText('Command line')).toBeVisible();
  await page.getByRole('button', { name: 'Disable Kofi Mensah' }).click();
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect.element(dialog.getByRole('alert').getByText(/The service is busy\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect.element(page.getByText('Kofi Mensah is disabled.')).toBeVisible();
  await page.getByRole('button', { name: 'Enable Kofi Mensah' }).click();
  await dialog.getByRole('button', { name: 'Enable' }).click();
  await expect.element(row('Kofi Mensah').getByText('Active')).toBeVisible();
  const [, kofi] = OPERATORS;
  expect(sent).toEqual([
    [kofi?.id, true],
    [kofi?.id, true],
    [kofi?.id, false],
  ]);
});

test.each(['viewer', 'support'] as const)('a %s sees operators and changes none', async (role) => {
  await openPage('/access?tab=operators', {
    ...{ role, answers: { listOperators: () => ({ items: OPERATORS, next_cursor: null }) } },
  });
  await expect.element(row('Kofi Mensah')).toBeVisible();
  expect(page.getByRole('button', { name: /^(Disable|Enable)/ }).elements()).toEqual([]);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'Safari on macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    'Safari on iPhone',
  ],
  ['curl/8.5.0', 'curl'],
  ['', null],
  [null, null],
])('%s is %s', (userAgent, expected) => expect(browserOf(userAgent)).toBe(expected));
