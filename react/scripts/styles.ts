/** Writes src/web/styles.css, and styles.ts with the same text for the components, from src/web/styles/ and the default theme. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTheme } from '../src/headless/theme.ts';
import { themeCss } from '../src/web/themeCss.ts';

const WEB = join(import.meta.dirname, '../src/web');
const PARTS = ['base', 'controls', 'dialog', 'requests'];
const NOTICE = 'Written by `npm run styles`; change styles/ or the theme instead.';
const NO_LINT = ['format', 'lint'].map((tool) => `biome-ignore-all ${tool}: minified`);

/** What belongs into each file. */
export function renderStyles(): Record<'styles.css' | 'styles.ts', string> {
  const parts = PARTS.map((part) => readFileSync(join(WEB, 'styles', `${part}.css`), 'utf8'));
  const css = minify([themeCss(createTheme()), ...parts].join('\n'));
  return {
    'styles.css': `${[...NO_LINT, NOTICE].map((line) => `/* ${line} */`).join('\n')}\n${css}\n`,
    'styles.ts': `// ${NO_LINT[0]}\n/** ${NOTICE} */\nexport const STYLES = ${JSON.stringify(css)};\n`,
  };
}

/** Takes out comments and the space that means nothing. */
function minify(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(renderStyles())) writeFileSync(join(WEB, name), text);
}
