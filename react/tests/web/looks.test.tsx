/** Every state in light, dark, on a phone and from right to left: axe finds nothing, and nothing sticks out. */
import { afterEach, describe, expect, inject, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { ar } from '../../src/headless/messages/ar.ts';
import type { CallbackProviderProps } from '../../src/web/CallbackProvider.tsx';
import { CallbackProvider } from '../../src/web/CallbackProvider.tsx';
import { findViolations } from './support/axe.ts';
import { LOOKS } from './support/looks.tsx';

const VARIANTS: Record<string, Partial<CallbackProviderProps> & { width?: number }> = {
  light: { theme: { mode: 'light' } },
  dark: { theme: { mode: 'dark' } },
  phone: { theme: { mode: 'light' }, width: 360 },
  rtl: { theme: { mode: 'light' }, width: 360, locale: 'ar', messages: ar },
};
const screenshots = inject('screenshots');
const client = {} as CallbackProviderProps['client']; // the views alone call nobody

afterEach(() => page.viewport(1024, 800));

describe.each(Object.entries(VARIANTS))('%s', (variant, { width, ...props }) => {
  test.each(Object.entries(LOOKS))('%s', async (name, look) => {
    if (width) await page.viewport(width, 740);
    document.body.style.background = variant === 'dark' ? '#0d0f12' : '#fff';
    await render(
      <CallbackProvider client={client} locale="en-GB" timeZone="Europe/London" {...props}>
        <main style={{ display: 'grid', gap: 16, padding: 12, maxInlineSize: 560 }}>{look}</main>
      </CallbackProvider>,
    );
    if (screenshots) await page.screenshot({ path: `${screenshots}/${name}-${variant}.png` });
    expect(await findViolations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  });
});
