/** What a listing's page loads for the button. */
import { expect, test } from 'vitest';
import { BUTTON_BUDGET, measureButton } from '../../scripts/size.ts';

test('the button is within its budget, and the dialog is loaded apart', async () => {
  const { eager, lazy } = await measureButton();
  expect(eager).toBeLessThanOrEqual(BUTTON_BUDGET);
  expect(lazy).toBeGreaterThan(5000);
});
