/**
 * The record of processing in docs/privacy.md: what is stored about people, why, for how long and who sees it, read from the comments of the
 * columns (`[personal: rule; who]`) and from the rules of clean-up, so that it says what the database does.
 */
import type { Executor } from '@ringback/database';

const BEGIN = '<!-- record: written by `npm run schema` -->';
const END = '<!-- /record -->';

/** What has no time, in words. */
const WITHOUT_TIME: Record<string, string> = {
  person: 'until the person is erased, or gone from the marketplace',
  operator: 'as long as the audit names them; disabled, never deleted',
  stop: 'until START comes from the number',
  policy: 'until an admin changes the setting',
};

interface Column {
  table: string;
  purpose: string | null;
  column: string;
  meaning: string;
  rule: string;
  who: string;
}

interface Rule {
  name: string;
  meaning: string;
  setting: string | null;
  kept_for: string;
}

/** The page with the present record. */
export async function withRecord(page: string, sql: Executor): Promise<string> {
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error(`docs/privacy.md has lost "${BEGIN}" or "${END}".`);
  return `${before}${BEGIN}\n\n${await writeRecord(sql)}\n${END}${after}`;
}

async function writeRecord(sql: Executor): Promise<string> {
  const rules = await sql<Rule[]>`
    select r.name, r.meaning, r.setting, r.kept_for::text from callback_private.retention_rules() r`;
  const columns = await readColumns(sql);
  const tables = [...new Set(columns.map(({ table }) => table))];
  return tables
    .map((table) =>
      section(
        columns.filter((column) => column.table === table),
        rules,
      ),
    )
    .join('\n');
}

const readColumns = (sql: Executor) => sql<Column[]>`
  select c.relname::text as "table", obj_description(c.oid, 'pg_class') as purpose, a.attname::text as "column",
    btrim(regexp_replace(d.comment, '\\[personal: .*$', '')) as meaning, m.mark[1] as rule, m.mark[2] as who
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  cross join lateral (select col_description(c.oid, a.attnum) as comment) d
  cross join lateral (select regexp_match(d.comment, '\\[personal: (\\w+); ([^\\]]+)\\]') as mark) m
  where m.mark is not null and (c.relnamespace = 'callback_private'::regnamespace or c.relnamespace = 'public'::regnamespace)
  order by c.relnamespace = 'callback_private'::regnamespace, c.relname, a.attnum`;

function section(columns: Column[], rules: Rule[]): string {
  const [{ table = '', purpose = null } = {}] = columns;
  const lines = columns.map(
    ({ column, meaning, rule, who }) => `| \`${column}\` | ${meaning} | ${timeOf(rule, rules)} | ${who} |`,
  );
  const lead = purpose === null ? '' : `${purpose}\n\n`;
  return `### ${table}\n\n${lead}| column | what | kept | who sees it |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}

function timeOf(name: string, rules: Rule[]): string {
  const rule = rules.find((each) => each.name === name);
  if (!rule) return WITHOUT_TIME[name] ?? name;
  const time = inWords(rule.kept_for);
  return rule.setting === null ? time : `${time} (\`${rule.setting}\`)`;
}

/** PostgreSQL writes days, months and years as words; a zero is of what goes when it has ended. */
function inWords(interval: string): string {
  if (interval === '00:00:00') return 'until it ends';
  return interval.replace(/^0?(\d+):00:00$/, '$1 hours');
}
