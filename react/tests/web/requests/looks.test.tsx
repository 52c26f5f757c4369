/**
 * Every state in light, dark, on a phone, enlarged to 200 %, in a reader's own few colours and from right to
 * left: axe finds nothing, and nothing sticks out.
 */
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { ar } from '../../../src/headless/messages/ar.ts';
import type { CallbackProviderProps } from '../../../src/web/platform/CallbackProvider.tsx';
import { CallbackProvider } from '../../../src/web/platform/CallbackProvider.tsx';
import { findViolations } from '../support/axe.ts';
import { emulateForcedColors } from '../support/cdp.ts';
import { LOOKS } from '../support/looks.tsx';

interface Variant extends Partial<CallbackProviderProps> {
  /** Of the window, in CSS pixels; a computer's by default. */
  window?: [width: number, height: number];
  /** Whether the reader's system allows no colours but its own. */
  hasForcedColors?: boolean;
}

const PHONE: Variant['window'] = [360, 740];
const VARIANTS: Record<string, Variant> = {
  light: { theme: { mode: 'light' } },
  dark: { theme: { mode: 'dark' } },
  phone: { theme: { mode: 'light' }, window: PHONE },
  narrow: { theme: { mode: 'light' }, window: [280, 600] },
  enlarged: { theme: { mode: 'light' }, window: [320, 370] }, // 640 x 740 at 200 %
  contrast: { theme: { mode: 'light' }, window: PHONE, hasForcedColors: true },
  rtl: { theme: { mode: 'light' }, window: PHONE, locale: 'ar', messages: ar },
};
const screenshots = inject('screenshots');
const client = {} as CallbackProviderProps['client']; // the views alone call nobody

afterEach(async () => {
  await page.viewport(1024, 800);
});

/** Those that find most: the other colours, the least room, the other direction. */
const GATE = ['dark', 'phone', 'rtl'];
const chosen = Object.entries(VARIANTS).filter(([name]) => inject('full') || GATE.includes(name));

describe.each(chosen)('%s', (variant, { window: size, hasForcedColors, ...props }) => {
  if (hasForcedColors) {
    beforeAll(() => emulateForcedColors(true));
    afterAll(() => emulateForcedColors(false));
  }
  test.each(Object.entries(LOOKS))('%s', async (name, look) => {
    if (size) await page.viewport(...size);
    document.body.style.background = variant === 'dark' ? '#0d0f12' : '#fff';
    await render(
      <CallbackProvider client={client} locale="en-GB" timeZone="Europe/London" {...props}>
        <main style={{ display: 'grid', gap: 16, padding: 12, maxInlineSize: 560 }}>{look}</main>
      </CallbackProvider>,
    );
    if (screenshots) await page.screenshot({ path: `${screenshots}/${name}-${variant}.png` });
    expect(await findViolations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
  });
});
