/** Lists and their tabs, by mouse and keyboard. */
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ListState } from '../../../src/headless/ui/listState.ts';
import { Root } from '../../../src/web/platform/Root.tsx';
import { ListFrame } from '../../../src/web/ui/ListFrame.tsx';
import { Tabs } from '../../../src/web/ui/Tabs.tsx';
import { renderApp } from '../support/renderApp.tsx';

function PagedList() {
  const [isAll, setAll] = useState(false);
  const more = { label: 'Show more', isBusy: false, run: () => setAll(true) };
  return (
    <Root>
      <ListFrame state={{ kind: 'items', more: isAll ? undefined : more, notice: undefined }}>
        <p>First</p>
      </ListFrame>
    </Root>
  );
}

test('the last page takes the button away, and the keyboard keeps its place', async () => {
  await renderApp(<PagedList />);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.element(page.getByRole('button')).not.toBeInTheDocument();
  await userEvent.tab();
  await expect.element(page.getByRole('link', { name: 'After' })).toHaveFocus();
});

test('loading is read out', async () => {
  await renderApp(
    <Root>
      <ListFrame state={{ kind: 'loading', label: 'Loading…' }}>{null}</ListFrame>
    </Root>,
  );
  await expect.element(page.getByRole('status')).toHaveTextContent('Loading…');
});

test('a failure is an alert and can be tried again', async () => {
  const run = vi.fn();
  const state: ListState = {
    kind: 'failed',
    message: 'No connection.',
    retry: { label: 'Try again', run, isBusy: false },
  };
  await renderApp(
    <Root>
      <ListFrame state={state}>{null}</ListFrame>
    </Root>,
  );
  await expect.element(page.getByRole('alert')).toHaveTextContent('No connection.');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(run).toHaveBeenCalledTimes(1);
});

function StatusTabs() {
  const [value, choose] = useState('all');
  const tabs = ['all', 'pending'].map((name) => ({ value: name, label: name, count: '12' }));
  return (
    <Root>
      <Tabs label="Status" tabs={tabs} value={value} choose={choose} />
    </Root>
  );
}

test('arrow keys move between tabs, which are one stop of the Tab key', async () => {
  await renderApp(<StatusTabs />);
  const pending = page.getByRole('radio', { name: 'pending 12' });
  page.getByRole('link', { name: 'Before' }).element().focus();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(pending).toBeChecked();
  await expect.element(pending).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole('link', { name: 'After' })).toHaveFocus();
});
