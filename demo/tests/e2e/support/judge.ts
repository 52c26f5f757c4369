/** What can be wrong with a page as a whole, whatever is on it. */
import axe, { type Result } from 'axe-core';
import type { Page } from 'playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Contrast is apart because it is costly, and the only thing that the colours decide. */
export type AxeRules = 'all' | 'contrast' | 'all but contrast';

/** What axe finds wrong, in words. */
export async function findViolations(page: Page, rules: AxeRules): Promise<string[]> {
  await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`);
  const options = {
    runOnly: rules === 'contrast' ? ['color-contrast'] : TAGS,
    rules: { 'color-contrast': { enabled: rules !== 'all but contrast' } },
    resultTypes: ['violations'],
    preload: false,
  };
  const violations = await page.evaluate<Result[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/**
 * What cannot be reached because it stands beyond the window's edge: the page must not move sideways, a row
 * in it may.
 */
export function findLost(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const width = document.body.clientWidth;
    const canScroll = (element) => element !== null && element !== document.documentElement &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || canScroll(element.parentElement));
    const isLost = (element) => {
      const { left, right } = element.getBoundingClientRect();
      return element.checkVisibility() && (left < -1 || right > width + 1) && !canScroll(element);
    };
    const lost = [...document.querySelectorAll('a:not(.skip), button, input, select, textarea, h1, h2, h3, p, dd, img')].filter(isLost);
    const sideways = document.documentElement.scrollWidth > width ? ['the page moves sideways'] : [];
    return [...sideways, ...lost.map(({ outerHTML }) => outerHTML.slice(0, 120))];
  })()`);
}

/**
 * "role: name" of everything that assistive technology is given; unlike a query by role, it knows what a
 * dialog hides.
 */
export async function readAccessibilityTree(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => !node.ignored)
    .map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`);
}
