/** What a host's page does to the components, and they to it. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CallbackRequestButton } from '../../../src/web/index.ts';
import { BUTTON_PROPS } from '../../support/samples.ts';
import { renderApp } from '../support/renderApp.tsx';

const hostStyles = document.createElement('style');
const button = page.getByRole('button');

async function renderBeside(css: string, theme = {}) {
  hostStyles.textContent = css;
  document.head.append(hostStyles);
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />, { theme });
  return getComputedStyle(button.element());
}
afterEach(() => hostStyles.remove());

test('a host’s reset and element rules do not undo the look', async () => {
  const look = await renderBeside(`
    * { margin: 0; padding: 0; border: 0; }
    button { background: pink; font-size: 30px; border-radius: 0; }
    @layer base { .cb-button { padding: 0 } }`);
  expect(look.paddingInlineStart).toBe('16px');
  expect(look.borderTopWidth).toBe('1px');
  expect(look.fontSize).toBe('15px');
  expect(look.borderRadius).toBe('10px');
});

test('a host’s class overrides it', async () => {
  const look = await renderBeside('body .cb-button { border-radius: 2px }');
  expect(look.borderRadius).toBe('2px');
});

test('a theme’s tokens reach the parts', async () => {
  const look = await renderBeside('', { mode: 'light', light: { accent: '#006400' }, radius: 3 });
  expect(look.color).toBe('rgb(0, 100, 0)');
  expect(look.borderRadius).toBe('3px');
});

test('every target of a finger is 44 pixels high', async () => {
  await renderBeside('');
  await expect.element(button).not.toHaveAttribute('aria-disabled');
  await button.click();
  await expect.element(page.getByLabelText('Phone number')).toBeVisible();
  const targets = document.querySelectorAll<HTMLElement>('dialog :is(button, .cb-input, .cb-choice)');
  expect(targets.length).toBeGreaterThan(15);
  for (const target of targets) expect(target.offsetHeight).toBeGreaterThanOrEqual(44);
});
