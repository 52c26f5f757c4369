/** What everybody expects of a dialog, with the keyboard and with a screen reader. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CallbackRequestButton } from '../../../src/web/index.ts';
import { BUTTON_PROPS } from '../../support/samples.ts';
import { readAccessibilityTree } from '../support/cdp.ts';
import { renderApp } from '../support/renderApp.tsx';

const opener = page.getByRole('button', { name: 'Call me back' });
const dialog = page.getByRole('dialog');
const message = page.getByRole('textbox', { name: /^Message/ });

async function openForm() {
  await renderApp(<CallbackRequestButton {...BUTTON_PROPS} />);
  await expect.element(opener).not.toHaveAttribute('aria-disabled');
  await opener.click();
  await expect.element(dialog).toBeVisible();
  await expect.element(page.getByLabelText('Phone number')).toBeVisible(); // the form has loaded
}

beforeEach(openForm);

test('has a name, and its heading takes the focus', async () => {
  await expect.element(dialog).toHaveAccessibleName('Request a callback from Kofi Boateng');
  await expect
    .element(page.getByRole('heading', { name: 'Request a callback from Kofi Boateng' }))
    .toHaveFocus();
});

test('the focus stays in it when the request takes the place of the form', async () => {
  await page.getByLabelText('Your name').fill('Ama Mensah');
  await page.getByLabelText('Phone number').fill('020 7946 0018');
  await page.getByRole('button', { name: 'Request callback' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Your callback request' })).toBeVisible();
  expect(dialog.element().contains(document.activeElement)).toBe(true);
});

test('hides the page from assistive technology, and shows it again', async () => {
  const open = await readAccessibilityTree();
  expect(open).toContain('textbox: Phone number');
  expect(open).not.toContain('link: Before');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(await readAccessibilityTree()).toContain('link: Before');
});

test('never lets Tab out to the page', async () => {
  const visited = new Set<string | undefined>();
  for (let press = 0; press < 40; press++) {
    await userEvent.tab();
    visited.add(document.activeElement?.textContent ?? undefined);
  }
  expect(visited).toContain('Request callback');
  expect(visited).not.toContain('Before');
  expect(visited).not.toContain('After');
});

test('Escape closes it, gives the focus back and keeps what was typed', async () => {
  await message.fill('After six, please');
  await userEvent.keyboard('{Escape}');
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(message).toHaveValue('After six, please');
});

test('a press beside it closes it and keeps what was typed', async () => {
  await message.fill('After six, please');
  await userEvent.click(document.querySelector('dialog') ?? document.body, {
    position: { x: -20, y: 20 },
    force: true,
  });
  await expect.element(dialog).not.toBeInTheDocument();
  await opener.click();
  await expect.element(message).toHaveValue('After six, please');
});

test('selecting text out over its edge does not close it', async () => {
  const panel = document.querySelector('.cb-dialog-panel');
  panel?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  document.querySelector('dialog')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.element(dialog).toBeVisible();
});

test('its close button closes it', async () => {
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(opener).toHaveFocus();
});

test('a wheel on the backdrop does not scroll the page behind, one in the dialog scrolls the dialog', async () => {
  const element = dialog.element();
  const wheel = () => new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true });
  expect(element.dispatchEvent(wheel())).toBe(false);
  expect(element.querySelector('.cb-dialog-content')?.dispatchEvent(wheel())).toBe(true);
});
