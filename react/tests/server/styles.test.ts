/** The stylesheet that hosts link, and what a theme adds to it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderStyles } from '../../scripts/styles.ts';
import { createTheme } from '../../src/headless/platform/theme.ts';
import { themeCss, themeId } from '../../src/web/styles/themeCss.ts';

test.each(Object.entries(renderStyles()))('%s is what `npm run styles` writes', (name, text) => {
  expect(readFileSync(join(import.meta.dirname, '../../src/web', name), 'utf8')).toBe(text);
});

test('a theme of one’s own is for the components that carry its id', () => {
  const theme = createTheme({ light: { accent: '#006400' }, fontFamily: 'Inter, sans-serif' });
  const css = themeCss(theme);
  expect(css).toContain(`.cb[data-cb-theme="${themeId(theme)}"]{--cb-background:#ffffff`);
  expect(css).toContain('--cb-accent:#006400');
  expect(css).toContain('--cb-font:Inter, sans-serif');
  expect(themeId(createTheme({ mode: 'dark' }))).toBeUndefined();
});

test('a token cannot end the rule that it stands in', () => {
  const css = themeCss(createTheme({ fontFamily: 'x}</style><script>' }));
  expect(css).not.toMatch(/[<>]/);
  expect(css).toContain('--cb-font:x/stylescript}');
});
