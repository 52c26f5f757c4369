/** What Playwright does by other means in Firefox, which it drives over WebDriver BiDi. */
import type { Locator, Page } from 'playwright/test';

/** `fill` sets these by themselves, and React notices. */
const PICKED = ['date', 'time'];

/**
 * Over BiDi, `fill` sets a field's value in a way that React does not notice, and `tap` does nothing. Here,
 * keys are typed and the mouse clicks.
 */
export function actByKeysAndMouse(page: Page): void {
  const locators: Locator = Object.getPrototypeOf(page.locator('html'));
  if (locators.tap === locators.click) return;
  const { fill } = locators;
  locators.tap = locators.click;
  locators.fill = async function (value, options) {
    if (PICKED.includes((await this.getAttribute('type')) ?? '')) return fill.call(this, value, options);
    await fill.call(this, '', options);
    await this.pressSequentially(value);
  };
}
