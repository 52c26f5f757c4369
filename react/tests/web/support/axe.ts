/** What axe finds wrong on the page, in words. */
import axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** About whole pages, which the host writes. */
const NOT_OURS = ['region', 'page-has-heading-one', 'landmark-one-main'];

export async function findViolations(): Promise<string[]> {
  const rules = Object.fromEntries(NOT_OURS.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(document, { runOnly: TAGS, rules });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}
