/** The bell and its panel, by mouse and keyboard. */
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ar } from '../../../src/headless/messages/ar.ts';
import { CallbackBell, type CallbackProviderProps } from '../../../src/web/index.ts';
import { createFakeClient } from '../../support/fakeClient.ts';
import { idOf, makeNotification } from '../../support/samples.ts';
import { findViolations } from '../support/axe.ts';
import { renderApp } from '../support/renderApp.tsx';

const bell = page.getByRole('button', { name: 'Notifications: 1 unread' });
const panel = page.getByRole('dialog', { name: 'Notifications' });

const renderBell = (props: Partial<Omit<CallbackProviderProps, 'client'>> = {}) => {
  const client = createFakeClient({
    notifications: [
      makeNotification({ id: idOf(1), callback_request_id: idOf(11) }),
      makeNotification({ id: idOf(2), callback_request_id: idOf(12), read_at: new Date().toISOString() }),
    ],
  });
  return renderApp(
    <div style={{ display: 'flex', justifyContent: 'end', paddingInlineEnd: 40 }}>
      <CallbackBell />
    </div>,
    { client, ...props },
  );
};
const LINKS = { request: (id: string) => `#${id}`, notifications: '#all' };

test('the list is loaded when the panel opens, and Escape gives the focus back', async () => {
  const { client } = await renderBell();
  await expect.element(bell).toHaveTextContent('1');
  expect(client.callsOf('listNotifications')).toEqual([]);
  await bell.click();
  await expect.element(panel.getByText(/Ama Mensah/).first()).toBeVisible();
  await expect.element(panel.getByRole('heading')).toHaveFocus();
  expect(await findViolations()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(bell).toHaveFocus();
});

test('a press beside the panel closes it', async () => {
  await renderBell();
  await bell.click();
  await expect.element(panel).toBeVisible();
  await userEvent.click(document.body, { position: { x: 5, y: 400 }, force: true });
  await expect.element(panel).not.toBeInTheDocument();
});

test('the panel ends below the bell and within the window', async () => {
  await renderBell();
  await bell.click();
  await expect.element(panel).toBeVisible();
  const [button, box] = [bell, panel].map((found) => found.element().getBoundingClientRect());
  expect(box?.right).toBeCloseTo(button?.right ?? 0, 0);
  expect(box?.top).toBeGreaterThanOrEqual(button?.bottom ?? 0);
  expect(box?.left).toBeGreaterThan(0);
});

test('a notification closes the panel, is read, and goes through the app’s router', async () => {
  const onNavigate = vi.fn();
  const { client } = await renderBell({ links: LINKS, onNavigate });
  await bell.click();
  await panel
    .getByRole('link', { name: /New callback request/ })
    .first()
    .click();
  expect(onNavigate).toHaveBeenCalledWith(`#${idOf(11)}`);
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  expect(client.callsOf('markNotificationRead')).toEqual([[idOf(1)]]);
});

test('when all are read, the keyboard keeps its place', async () => {
  await renderBell({ links: LINKS });
  await bell.click();
  await panel.getByRole('button', { name: 'Mark all as read' }).click();
  await expect.element(panel.getByText('New', { exact: true })).not.toBeInTheDocument();
  await userEvent.tab();
  await expect.element(panel.getByRole('link').first()).toHaveFocus();
});

test('on a phone of 280 pixels, from right to left, nothing sticks out', async () => {
  await page.viewport(280, 600);
  await renderBell({ locale: 'ar', messages: ar, links: LINKS });
  await page.getByRole('button', { name: /الإشعارات/ }).click();
  await expect.element(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  const { left, right } = page.getByRole('dialog').element().getBoundingClientRect();
  expect([left, right]).toEqual([0, 280]);
  expect(await findViolations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280);
  await page.viewport(1024, 800);
});

test('as a link it leads to the app’s page', async () => {
  const onNavigate = vi.fn();
  await renderApp(<CallbackBell as="link" />, { links: LINKS, onNavigate });
  await page.getByRole('link', { name: 'Notifications' }).click();
  expect(onNavigate).toHaveBeenCalledWith('#all');
});
