/** What a listing's page loads for the button. */
import { expect, test } from 'vitest';
import { buildElement, ELEMENT_BUDGET } from '../../scripts/element.ts';
import { BUTTON_BUDGET, measureButton } from '../../scripts/size.ts';

test('the button is within its budget, and the dialog is loaded apart', async () => {
  const { eager, lazy } = await measureButton();
  expect(eager).toBeLessThanOrEqual(BUTTON_BUDGET);
  expect(lazy).toBeGreaterThan(5000);
});

test('the element is within its budget with React and all, and what a form needs is loaded apart', async () => {
  const { eager, lazy } = await buildElement();
  expect(eager).toBeLessThanOrEqual(ELEMENT_BUDGET);
  expect(lazy).toBeGreaterThan(50_000);
});
