/** Browsers at their edges: blocked storage, a page whose file could not be loaded, large text. */
import { expect, test } from 'vitest';
import { playing } from './support/people.ts';
import { PHONE, see, visit } from './support/visit.ts';

const seller = await playing('seller');

test('with cookies and storage blocked the marketplace works, for as long as the page is open', async () => {
  const page = await visit({ path: '/people' });
  await page.addInitScript({
    content: `for (const place of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, place, { get() { throw new DOMException('Blocked', 'SecurityError'); } });`,
  });
  await page.reload();
  await page
    .getByRole('button', { name: new RegExp(seller.name) })
    .first()
    .click();
  await see(page.getByRole('button', { name: /^Signed in as/ })).toBeVisible();
});

test('a page whose file could not be loaded leaves the others alone, and can be tried again', async () => {
  const page = await visit({ as: seller, expectedErrors: /Failed to fetch|ERR_FAILED|dynamically imported/ });
  await page.route(/DeskPage/, (route) => route.abort());
  await page.reload(); // what is loaded is loaded
  const desk = page
    .getByRole('navigation', { name: 'Main' })
    .first()
    .getByRole('link', { name: 'Callbacks' });
  await desk.click();
  await see(page.getByText('Something went wrong on this page.')).toBeVisible();
  await page.getByRole('link', { name: 'My requests' }).first().click();
  await see(page.getByRole('heading', { name: 'My requests' })).toBeVisible();
});

test.each([
  ['/', '.tile img'],
  ['/desk', '.cb-inbox-row'],
  ['/preferences', '.ticks'],
  ['/requests', '.cb-tab-count'],
])('text of twice the size does not widen %s on a phone', async (path, content) => {
  const page = await visit({ as: seller, path, viewport: PHONE });
  await see(page.getByRole('main').locator(content).first()).toBeVisible();
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  const wide = await page.evaluate<string[]>(`document.documentElement.scrollWidth <= ${PHONE.width} ? [] :
      [...document.querySelectorAll('body *:not(.chips *, .cb-tabs *, .ticks-frame *)')].filter((e) => e.getBoundingClientRect().right > ${PHONE.width + 1})
        .map((e) => e.tagName + '.' + e.className).slice(0, 12)`);
  expect(wide).toEqual([]);
});
