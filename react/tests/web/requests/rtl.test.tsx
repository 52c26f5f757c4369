/** In Arabic everything runs from right to left, but for the digits of a phone number. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ar } from '../../../src/headless/messages/ar.ts';
import { CallbackRequestButton } from '../../../src/web/index.ts';
import { BUTTON_PROPS } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

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
  expect(getComputedStyle(phone)).toMatchObject({ direction: 'ltr', textAlign: 'end' });
  expect(await findViolations()).toEqual([]);
});

test('a number in an English form begins on the left, also in a page that runs from right to left', async () => {
  document.documentElement.dir = 'rtl';
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />);
  await page.getByRole('button', { name: 'Call me back' }).click();
  const phone = page.getByRole('textbox', { name: 'Phone number' });
  await expect.element(phone).toHaveValue('020 7946 0018');
  expect(getComputedStyle(phone.element())).toMatchObject({ direction: 'ltr', textAlign: 'start' });
});
afterEach(() => document.documentElement.removeAttribute('dir'));
