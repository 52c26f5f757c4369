/** What a host's page does to the components, and they to it. */
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CallbackRequestButton, hostTheme } from '../../../src/web/index.ts';
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

test.each([
  ['shadcn', '--primary: oklch(0.45 0.2 30); --background: rgb(1, 2, 3); --radius: 0.5rem', '8px'],
  [
    'Material UI',
    '--mui-palette-primary-main: rgb(4, 5, 6); --mui-palette-background-paper: rgb(1, 2, 3); --mui-shape-borderRadius: 4px',
    '4px',
  ],
  [
    'Bootstrap',
    '--bs-primary: rgb(4, 5, 6); --bs-body-bg: rgb(1, 2, 3); --bs-border-radius: 0.375rem',
    '6px',
  ],
])('the host theme takes the variables of %s', async (host, variables, radius) => {
  const look = await renderBeside(`:root { ${variables} }`, { ...hostTheme, mode: 'light' });
  expect(look.color).toBe(host === 'shadcn' ? 'oklch(0.45 0.2 30)' : 'rgb(4, 5, 6)');
  expect(look.backgroundColor).toBe('rgb(1, 2, 3)');
  expect(look.borderRadius).toBe(radius);
});

test('the host theme is ours where the host has no variables, and follows a change of them', async () => {
  const look = await renderBeside('', { ...hostTheme, mode: 'light' });
  expect(look.color).toBe('rgb(11, 95, 208)');
  expect(look.borderRadius).toBe('10px');
  hostStyles.textContent = ':root { --primary: rgb(9, 9, 9) }';
  expect(look.color).toBe('rgb(9, 9, 9)');
});

test('density, height and shadow are tokens, too', async () => {
  const theme = { spacing: 3, controlHeight: 36, shadow: '0 0 1px red', radius: '1rem' };
  const look = await renderBeside('', theme);
  expect(look.minBlockSize).toBe('36px');
  expect(look.paddingInlineStart).toBe('12px');
  expect(look.borderRadius).toBe('16px');
  await expect.element(button).not.toHaveAttribute('aria-disabled');
  await button.click();
  const dialog = page.getByRole('dialog').element();
  expect(getComputedStyle(dialog).boxShadow).toContain('rgb(255, 0, 0)');
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
