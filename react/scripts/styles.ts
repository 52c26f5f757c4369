/**
 * Writes what src/web/styles/ and the default theme say as src/web/styles.css, for hosts that link it, and as a
 * text for each group of components, so that a page loads the styles of what it shows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTheme } from '../src/headless/platform/theme.ts';
import { themeCss } from '../src/web/styles/themeCss.ts';

const WEB = join(import.meta.dirname, '../src/web');
const NOTICE = 'Written by `npm run styles`; change styles/ or the theme instead.';
const NO_LINT = ['format', 'lint'].map((tool) => `biome-ignore-all ${tool}: minified`);

/** The files of styles/ that each group is made of. */
const GROUPS = {
  panel: ['form', 'requests'],
  list: ['lists', 'history', 'notifications'],
  mine: ['mine'],
  inbox: ['inbox'],
  bell: ['bell'],
  stats: ['stats'],
  preferences: ['preferences'],
};

/** What belongs into each file. */
export function renderStyles(): Record<string, string> {
  const styles = minify([themeCss(createTheme()), ...readParts('base', 'button', 'dialog')].join('\n'));
  const groups = Object.entries(GROUPS).map(([name, parts]) => ({
    name,
    css: minify(readParts(...parts).join('\n')),
  }));
  const notices = [...NO_LINT, NOTICE].map((line) => `/* ${line} */`);
  const modules = groups.map(({ name, css }) => [
    `styles/${name}Stylesheet.ts`,
    asModule(`${name.toUpperCase()}_STYLES`, css),
  ]);
  return {
    'styles.css': `${[...notices, styles, ...groups.map(({ css }) => css)].join('\n')}\n`,
    'styles/stylesheet.ts': asModule('STYLES', styles),
    ...Object.fromEntries(modules),
  };
}

const readParts = (...names: string[]) =>
  names.map((name) => readFileSync(join(WEB, 'styles', `${name}.css`), 'utf8'));

const asModule = (name: string, css: string) =>
  `// ${NO_LINT[0]}\n/** ${NOTICE} */\nexport const ${name} = ${JSON.stringify(css)};\n`;

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
