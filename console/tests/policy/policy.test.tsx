/** Changing the policy in the console: reviewed, saved, refused, undone; what is off; what a viewer sees. */
import { CallbackError, type ChangePolicy, type PolicyDifferences, type RiskPreview } from '@ringback/client';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Answers } from '../support/fixtures.ts';
import { findViolations } from '../support/looks.ts';
import { openPage } from '../support/openPage.tsx';
import { CHANGES, POLICY, SETTINGS, SWITCHES } from './fixtures.ts';

const ANSWERS: Answers = {
  getPolicy: () => POLICY,
  listSwitches: () => SWITCHES,
  listPolicyChanges: () => ({ items: CHANGES, next_cursor: null }),
};

/** Answers as the database does for values that it takes. */
const differences = ({ changes }: ChangePolicy): PolicyDifferences => ({
  revision: '13',
  changes: Object.entries(changes).map(([name, value]) => ({
    ...{ setting: name, new: value, hidden: false },
    old: SETTINGS.find((setting) => setting.name === name)?.value ?? null,
  })),
});

const field = (name: string) => page.getByRole('spinbutton', { name, exact: true });
const dialogText = () => page.getByRole('dialog').query()?.textContent;
const button = (name: string) => page.getByRole('button', { name, exact: true });

const REQUEST_ID = '0192f0a1-7c1e-7a11-8b11-000000000001';
describe('settings', () => {
  test('are changed, reviewed as the database answers, and saved with the revision that was read', async () => {
    const changePolicy = vi.fn(differences);
    await openPage('/policy', { answers: { ...ANSWERS, changePolicy } });
    await expect.element(field('Requests per user per day')).toHaveValue(10);
    await field('Requests per user per day').fill('20');
    await page.getByLabelText('Expires after: unit').selectOptions('hours');
    await page.getByRole('checkbox', { name: 'SMS' }).click();
    await page.getByRole('switch', { name: 'New request after withdrawal' }).click();
    await expect.element(page.getByText('4 unsaved changes')).toBeVisible();
    await button('Review changes').click();
    await expect.poll(dialogText).toContain('Requests per user per day10 a day to 20 a day');
    expect(dialogText()).toContain('Expires after5 days to 5 hours');
    expect(dialogText()).toContain('Channelsemail to email, sms');
    expect(dialogText()).toContain('New request after withdrawalOn to Off');
    expect(await findViolations()).toEqual([]);
    await button('Save changes').click();
    await expect.element(page.getByText('Policy saved.')).toBeVisible();
    const changes = {
      requests_per_user_per_day: 20,
      expires_after: 'PT5H',
      channels: ['email', 'sms'],
      new_request_after_withdrawal: false,
    };
    expect(changePolicy.mock.calls.map(([given]) => given)).toEqual([
      { changes, revision: '12', preview: true },
      { changes, revision: '12', preview: false },
    ]);
  });

  test('one of several values is chosen from those that the database names', async () => {
    const changePolicy = vi.fn(differences);
    await openPage('/policy', { answers: { ...ANSWERS, changePolicy } });
    const mode = page.getByRole('combobox', { name: 'Risk mode' });
    await expect.element(mode).toHaveValue('watch');
    await mode.selectOptions('On');
    await button('Review changes').click();
    await expect.poll(dialogText).toContain('Risk modeWatch to On');
    expect(dialogText()).not.toContain('The last 30 days');
    expect(changePolicy.mock.calls[0]?.[0].changes).toEqual({ risk_mode: 'on' });
  });

  test('a change of risk shows what it would have done before it is saved', async () => {
    const changePolicy = vi.fn(differences);
    const previewRisk = vi.fn(
      (_: object): RiskPreview => ({
        ...{ requests: 1200, completed_stopped: 2 },
        present: { allow: 1180, code: 0, hold: 15, refuse: 5 },
        tried: { allow: 1150, code: 0, hold: 45, refuse: 5 },
        examples: [
          {
            ...{ id: REQUEST_ID, present: 'allow', tried: 'hold', requests: 30 },
            reasons: ['The text has a link.', 'The account is younger than a day.'],
          },
        ],
      }),
    );
    await openPage('/policy', { answers: { ...ANSWERS, changePolicy, previewRisk } });
    await field('Risk hold at').fill('45');
    await page.getByRole('spinbutton', { name: 'Points of link' }).fill('20');
    await button('Review changes').click();
    await expect.poll(dialogText).toContain('Held1545');
    expect(dialogText()).toContain('Sent1,1801,150');
    expect(dialogText()).toContain('2 completed requests would have been held or refused.');
    const example = page.getByRole('link', { name: 'Sent → Held: 30' });
    await expect.element(example).toHaveAttribute('href', expect.stringContaining(REQUEST_ID));
    expect(dialogText()).toContain('The text has a link. The account is younger than a day.');
    expect(previewRisk.mock.calls[0]?.[0]).toEqual({ risk_hold_at: 45, risk_weights: { link: 20 } });
    expect(await findViolations()).toEqual([]);
    expect(changePolicy).toHaveBeenCalledTimes(1);
  });

  test('a value that the database refuses shows its sentence beside the setting', async () => {
    const message = 'requests_per_user_per_day must be between 1 and 10000.';
    const changePolicy = () => {
      throw new CallbackError('invalid_input', message, { field: 'requests_per_user_per_day' });
    };
    await openPage('/policy', { answers: { ...ANSWERS, changePolicy } });
    await field('Requests per user per day').fill('0');
    await button('Review changes').click();
    await expect.element(field('Requests per user per day')).toHaveAccessibleDescription(message);
    await expect.element(field('Requests per user per day')).toHaveFocus();
    await expect.element(field('Requests per user per day')).toHaveAttribute('aria-invalid', 'true');
  });

  test('after a conflict the current values are loaded, and what was typed stays', async () => {
    let reads = 0;
    const changePolicy = vi.fn((change: ChangePolicy) => {
      if (change.revision === '12')
        throw new CallbackError('conflict', 'expires_after was changed meanwhile by Kofi.');
      return differences(change);
    });
    const getPolicy = () => (reads++ === 0 ? POLICY : { ...POLICY, revision: '13' });
    await openPage('/policy', { answers: { ...ANSWERS, getPolicy, changePolicy } });
    await field('Expires after').fill('3');
    await button('Review changes').click();
    await button('Load current values').click();
    await expect.element(field('Expires after')).toHaveValue(3);
    await button('Review changes').click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(changePolicy.mock.lastCall?.[0]).toMatchObject({
      changes: { expires_after: 'P3D' },
      revision: '13',
    });
  });

  test('are set to their default, to no value, and back', async () => {
    await openPage('/policy', { answers: ANSWERS });
    await button('Reset Expires after to its default').click();
    await expect.element(field('Expires after')).toHaveValue(7);
    await page.getByRole('checkbox', { name: 'Remind after: Set a value' }).click();
    await expect.element(field('Remind after')).toHaveValue(24);
    await page.getByRole('textbox', { name: 'Allowed phone regions' }).fill('');
    await expect.element(page.getByText('3 unsaved changes')).toBeVisible();
    await button('Discard').click();
    await expect.element(field('Expires after')).toHaveValue(5);
    expect(page.getByText('unsaved').elements()).toEqual([]);
  });

  test('roles of operators are lines; one that stays empty is not sent', async () => {
    const changePolicy = vi.fn(differences);
    await openPage('/policy', { answers: { ...ANSWERS, changePolicy } });
    await button('Add').click();
    await page.getByRole('textbox', { name: 'Value 2' }).fill('boss');
    await page.getByLabelText('Role of boss').selectOptions('Admin');
    await button('Add').click();
    await button('Review changes').click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(changePolicy.mock.lastCall?.[0].changes).toEqual({
      operator_roles: { desk: 'support', boss: 'admin' },
    });
  });

  test('a viewer reads them and changes nothing', async () => {
    await openPage('/policy', { answers: ANSWERS, role: 'viewer' });
    await expect.element(page.getByText('You can read the policy. An admin can change it.')).toBeVisible();
    await expect.element(page.getByText('5 days', { exact: true })).toBeVisible();
    const controls = 'main :is(input, select, textarea)';
    expect(document.querySelectorAll(controls)).toHaveLength(0);
    expect(await findViolations()).toEqual([]);
  });
});

describe('the history', () => {
  test('undoes what no later change has touched, after showing what that does', async () => {
    const undoPolicyChange = vi.fn(() => ({ revision: '13', changes: [] }));
    await openPage('/policy?tab=history', { answers: { ...ANSWERS, undoPolicyChange } });
    await button('Undo').click();
    await expect.poll(dialogText).toContain('5 days to 7 days');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('Change undone.')).toBeVisible();
    expect(undoPolicyChange).toHaveBeenCalledWith('12');
  });

  test('of one setting is asked for by its name', async () => {
    const listPolicyChanges = vi.fn(ANSWERS.listPolicyChanges);
    await openPage('/policy?tab=history&setting=expires_after', {
      answers: { ...ANSWERS, listPolicyChanges },
    });
    await expect.element(page.getByText('Changes to “Expires after”')).toBeVisible();
    expect(listPolicyChanges.mock.calls[0]?.[0]).toMatchObject({ setting: 'expires_after' });
  });
});

describe('what is off', () => {
  test('is turned on after a question; a notice is shown as it is written', async () => {
    const setSwitch = vi.fn(() => SWITCHES);
    await openPage('/policy?tab=switches', { answers: { ...ANSWERS, setSwitch } });
    await expect.element(page.getByText('Back on <b>Monday</b>.')).toBeVisible();
    await button('Turn on').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Turn on' }).click();
    await expect.poll(() => setSwitch.mock.calls).toEqual([['category', 'Boats', { off: false }]]);
  });

  test('everything is turned off with a notice', async () => {
    const setSwitch = vi.fn(() => SWITCHES);
    await openPage('/policy?tab=switches', { answers: { ...ANSWERS, setSwitch } });
    await button('Turn off').click();
    await page.getByRole('textbox', { name: /Notice for buyers/ }).fill('Back soon.');
    expect(await findViolations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
    await expect
      .poll(() => setSwitch.mock.calls)
      .toEqual([['everything', 'all', { off: true, notice: 'Back soon.' }]]);
  });

  test('a country is turned off by its code', async () => {
    const setSwitch = vi.fn(() => SWITCHES);
    await openPage('/policy?tab=switches', { answers: { ...ANSWERS, setSwitch } });
    await button('Turn off for…').click();
    await page.getByLabelText('For a').selectOptions('Country');
    await page.getByRole('combobox', { name: 'Country', exact: true }).fill('NG');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => setSwitch.mock.calls).toEqual([['country', 'NG', { off: true, notice: null }]]);
  });

  test('a viewer only reads it', async () => {
    await openPage('/policy?tab=switches', { answers: ANSWERS, role: 'viewer' });
    await expect.element(page.getByText('Category: Boats')).toBeVisible();
    for (const name of ['Turn on', 'Turn off', 'Turn off for…', 'Edit notice'])
      expect(button(name).elements()).toEqual([]);
  });
});
