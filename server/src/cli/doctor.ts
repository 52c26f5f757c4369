/** `ringback doctor`: one line for each thing that was looked at; exit code 1 when something does not work. */
import { connect } from '@ringback/database';
import { readConfig } from '../platform/config.ts';
import { type Command, readOptions } from './command.ts';
import { examine } from './diagnosis.ts';

const MARKS = { ok: '  ok  ', warn: ' warn ', fail: ' FAIL ' };

export const doctor: Command = {
  summary: 'checks an installation and says how to mend it',
  help: `Usage: ringback doctor

Connects with the same settings as \`ringback api\` and checks the database, the schema, the rights of the login, the
views of the marketplace, clocks, maintenance, tokens and channels. Changes nothing. Exit code 1 when something fails.
`,
  async run(args) {
    readOptions(args, {});
    const config = readConfig(process.env);
    const sql = connect(config.database.url, { max: 1, applicationName: 'ringback doctor' });
    const findings = await examine(sql, config).finally(() => sql.end({ timeout: 1 }));
    for (const { level, text } of findings) process.stdout.write(`${MARKS[level]} ${text}\n`);
    return findings.some(({ level }) => level === 'fail') ? 1 : 0;
  },
};
