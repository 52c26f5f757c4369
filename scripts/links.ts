/** Part of `npm run check`: links in Markdown, and pages that code and messages name, lead somewhere. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const LINK = /\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g;
const PAGE = /\bdocs\/[\w/.-]+\.md\b/g;
const NAMES_PAGES = /\.(md|tsx?|mjs|sql|env|service)$/;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => NAMES_PAGES.test(file) && existsSync(file));
const problems = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const pages = [...text.matchAll(PAGE)].map(([page]) => page).filter((page) => !existsSync(page));
  return [...pages, ...(file.endsWith('.md') ? deadLinks(file, text) : [])].map((to) => `${file}: ${to}`);
});
for (const problem of problems) console.error(`${problem} leads nowhere`);
process.exitCode = problems.length > 0 ? 1 : 0;

function deadLinks(file: string, text: string): string[] {
  return [...text.matchAll(LINK)]
    .filter(([, path, heading]) => !leadsSomewhere(path ? join(dirname(file), path) : file, heading))
    .map(([link]) => link.slice(2, -1));
}

function leadsSomewhere(target: string, heading: string | undefined): boolean {
  if (!existsSync(target)) return false;
  return !heading || !target.endsWith('.md') || headingsOf(normalize(target)).includes(heading);
}

/** The names that a Markdown page's headings have in links. */
function headingsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
