/** A long history, by keyboard. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CallbackHistory } from '../../../src/web/index.ts';
import { longHistory, makeRequest } from '../../support/samples.ts';
import { renderApp } from '../support/renderApp.tsx';

test('shows the newest few, then all of them, and the keyboard keeps its place', async () => {
  await renderApp(<CallbackHistory request={makeRequest({ history: longHistory(40) })} />);
  const lines = page.getByRole('region', { name: 'History' }).getByRole('listitem');
  expect(lines.elements()).toHaveLength(5);
  page.getByRole('button', { name: 'Show all 40' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => lines.elements()).toHaveLength(40);
  await userEvent.tab();
  await expect.element(page.getByRole('link', { name: 'After' })).toHaveFocus();
});
