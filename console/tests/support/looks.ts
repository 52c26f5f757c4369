/**
 * Judges a page as it looks: in light and dark, and on a phone 360 pixels wide. Each page has one such test, in
 * tests/<page>/looks.test.tsx.
 */
import axe from 'axe-core';
import { expect, inject, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { setTheme } from '../../src/app/theme.ts';
import type { Answers } from './fixtures.ts';
import { openPage } from './openPage.tsx';

const VARIANTS = [
  { variant: 'light', theme: 'light', width: 1280, height: 900 },
  { variant: 'dark', theme: 'dark', width: 1280, height: 900 },
  { variant: 'phone', theme: 'light', width: 360, height: 740 },
] as const; // the gate leaves out the first, whose colours and widths the others have

const screenshots = inject('consoleScreenshots');

interface Look {
  /** Of the pictures. */
  name: string;
  path: string;
  answers: Answers;
  /** A text that is there once the page is complete. */
  ready: string;
  /** Opens with a dialog, beside which the keyboard reaches nothing. */
  isDialog?: true;
}

/** Declares the tests of one page: each variant, then the keyboard. */
export function testLooks({ name, path, answers, ready, isDialog }: Look): void {
  test.each(inject('full') ? VARIANTS : VARIANTS.slice(1))(
    `${name}, $variant`,
    async ({ variant, theme, width, height }) => {
      await page.viewport(width, height);
      setTheme(theme);
      await openPage(path, { answers });
      await expect.element(page.getByText(ready).first()).toBeVisible();
      if (screenshots) await takePicture(`${name}-${variant}`, width);
      expect(await findViolations()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  test(`${name}, by keyboard`, async () => {
    await page.viewport(1280, 900);
    await openPage(path, { answers });
    await expect.element(page.getByText(ready).first()).toBeVisible();
    expect(await notReached(isDialog ? 'dialog' : 'main')).toEqual([]);
  });
}

/** Of the whole page, however long it is. */
async function takePicture(name: string, width: number): Promise<void> {
  await page.viewport(width, document.documentElement.scrollHeight);
  await page.screenshot({ path: `${screenshots}/${name}.png` });
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page, in words. */
export async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document, { runOnly: TAGS });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

const CONTROLS = ':is(a[href], button, input:not([type=radio]), select, textarea, summary)';

/** The controls within it that the Tab key does not come to. */
async function notReached(within: 'main' | 'dialog'): Promise<string[]> {
  const controls = [...document.querySelectorAll<HTMLElement>(`${within} ${CONTROLS}`)].filter(
    (control) => control.checkVisibility() && !control.matches(':disabled'),
  );
  document.querySelector<HTMLElement>('.skip')?.focus();
  const reached = new Set<Element | null>([document.activeElement]);
  for (let presses = 0; presses < controls.length + 40; presses += 1) {
    await userEvent.tab();
    if (reached.size > 1 && document.activeElement === document.body) break;
    reached.add(document.activeElement);
  }
  return controls.filter((control) => !reached.has(control)).map(({ outerHTML }) => outerHTML.slice(0, 120));
}
