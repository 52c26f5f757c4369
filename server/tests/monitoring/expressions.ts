/** Which metrics and labels a PromQL expression names; as much of the language as docs/monitoring/ uses. */

const GROUPING = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const KEYWORDS = new Set(['and', 'or', 'unless', 'bool', 'offset']);

/** The metrics, in the order of the expression. */
export function metricsIn(expr: string): string[] {
  const bare = withoutStrings(expr)
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replace(GROUPING, ' ');
  return [...bare.matchAll(/(?<![\w:])[a-zA-Z_:][\w:]*(?!\w|\s*\()/g)]
    .map(([name]) => name)
    .filter((name) => !KEYWORDS.has(name));
}

/** The labels that it matches or groups by, each once. */
export function labelsIn(expr: string): string[] {
  const bare = withoutStrings(expr);
  const grouped = [...bare.matchAll(GROUPING)].flatMap(([, list = '']) => list.split(','));
  const matched = [...bare.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    list.split(',').map((matcher) => matcher.replace(/[=!~].*$/, '')),
  );
  return [...new Set([...grouped, ...matched].map((label) => label.trim()).filter((label) => label !== ''))];
}

const withoutStrings = (expr: string) => expr.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
