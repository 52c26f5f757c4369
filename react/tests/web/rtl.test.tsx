/** In Arabic everything runs from right to left, but for the digits of a phone number. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ar } from '../../src/headless/messages/ar.ts';
import { CallbackRequestButton } from '../../src/web/index.ts';
import { BUTTON_PROPS } from '../support/samples.ts';
import { findViolations } from './support/axe.ts';
import { renderApp } from './support/renderApp.tsx';

const left = (element: Element | null | undefined) => element?.getBoundingClientRect().left ?? Number.NaN;

test('the form is mirrored, says its language, and passes axe', async () => {
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { messages: ar, locale: 'ar-EG' });
  await page.getByRole('button', { name: ar.button.ask }).click();
  const dialog = page.getByRole('dialog').element();
  const field = page.getByRole('textbox', { name: ar.form.phone });
  await expect.element(field).toHaveValue('020 7946 0018');
  const phone = field.element();
  expect(dialog.closest('[lang]')).toHaveAttribute('lang', 'ar-EG');
  expect(getComputedStyle(dialog).direction).toBe('rtl');
  expect(left(dialog.querySelector('.cb-dialog-close'))).toBeLessThan(left(dialog.querySelector('h2')));
  expect(left(phone)).toBeLessThan(left(dialog.querySelector('select')));
  expect(getComputedStyle(phone).direction).toBe('ltr');
  expect(await findViolations()).toEqual([]);
});
