/** What people may do with what is stored about them, by mouse and keyboard. */
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ar } from '../../../src/headless/messages/ar.ts';
import { CallbackPrivacy, type PersonalDataFile } from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

beforeEach(() => localStorage.clear());
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('callbacks stop after a question, which takes the focus and can be left', async () => {
  const { client } = await renderApp(<CallbackPrivacy />);
  await button('Stop callbacks and messages').click();
  await expect.element(page.getByText(/^Withdraw your open requests and turn off/)).toHaveFocus();
  expect(await findViolations()).toEqual([]);
  await button('Cancel').click();
  expect(client.callsOf('withdrawConsent')).toHaveLength(0);
  await button('Stop callbacks and messages').click();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByText('Done. Your requests are withdrawn and messages are off.'))
    .toBeVisible();
  expect(client.callsOf('withdrawConsent')).toHaveLength(1);
});

test('a failure says what to do, and leaves the way open', async () => {
  const { client } = await renderApp(<CallbackPrivacy sections={['consent']} />);
  const relent = client.refuse('withdrawConsent', 'network_error');
  await button('Stop callbacks and messages').click();
  await button('Yes, stop').click();
  await expect.element(page.getByText(/^No connection/)).toBeVisible();
  relent();
  await button('Stop callbacks and messages').click();
  await expect.element(page.getByText(/^No connection/)).not.toBeInTheDocument();
  await button('Yes, stop').click();
  await expect
    .element(page.getByText('Done. Your requests are withdrawn and messages are off.'))
    .toBeVisible();
});

test('data is downloaded as a page, and as JSON', async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return '#downloaded';
  });
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await renderApp(<CallbackPrivacy />);
  await button('Download as a page').click();
  await expect.poll(() => names).toEqual(['callback-data-2026-12-01.html']);
  await button('Download as JSON').click();
  await expect.poll(() => names).toHaveLength(2);
  vi.restoreAllMocks();
  expect(names[1]).toBe('callback-data-2026-12-01.json');
  expect(await blobs[0]?.text()).toContain('<dd>Ama Mensah</dd>');
  expect(JSON.parse((await blobs[1]?.text()) ?? '')).toMatchObject({ profile: { full_name: 'Ama Mensah' } });
});

test('an app keeps the file itself, and its failure is said', async () => {
  const files: PersonalDataFile[] = [];
  const onSave = vi.fn(async (file: PersonalDataFile) => void files.push(file));
  await renderApp(<CallbackPrivacy sections={['export']} onSave={onSave} />);
  await button('Download as JSON').click();
  await expect.element(page.getByText('Done. Your data is ready.')).toBeVisible();
  expect(files).toMatchObject([{ name: 'callback-data-2026-12-01.json', type: 'application/json' }]);
  onSave.mockRejectedValue(new Error('disk full'));
  await button('Download as JSON').click();
  await expect.element(page.getByText(/^Something went wrong/)).toBeVisible();
});

test('an erasure is for good, and this browser forgets as well', async () => {
  const { client } = await renderApp(<CallbackPrivacy sections={['erasure']} />);
  localStorage.setItem('ringback:draft:me:bike', '{"at":1,"value":{"message":"Hi"}}');
  localStorage.setItem('ringback.device', 'x');
  localStorage.setItem('theirs', 'kept');
  await button('Erase my callback data').click();
  await expect.element(page.getByText(/This can’t be undone/)).toHaveFocus();
  await button('Erase for good').click();
  await expect.element(page.getByText(/^Done. Your data is erased/)).toBeVisible();
  expect(client.callsOf('erasePersonalData')).toEqual([[{ confirm: 'erase' }]]);
  expect(Object.keys(localStorage)).toEqual(['theirs']);
});

test('what must be kept is named, and nothing is forgotten', async () => {
  const { client } = await renderApp(<CallbackPrivacy sections={['erasure']} />);
  localStorage.setItem('ringback:draft:me:bike', '{}');
  client.refuse('erasePersonalData', 'forbidden');
  await button('Erase my callback data').click();
  await button('Erase for good').click();
  await expect.element(page.getByText(/^We have to keep your data for now/)).toBeVisible();
  expect(localStorage.getItem('ringback:draft:me:bike')).toBe('{}');
});

test('in 280 pixels, from right to left, nothing sticks out', async () => {
  await page.viewport(280, 800);
  await renderApp(<CallbackPrivacy />, { locale: 'ar', messages: ar, client: createFakeClient() });
  await button(ar.privacy.erasure.action).click();
  await expect.element(button(ar.privacy.erasure.confirm)).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280);
  expect(await findViolations()).toEqual([]);
  await page.viewport(1024, 800);
});
