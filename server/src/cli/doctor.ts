/** `ringback doctor`: one line for each thing that was looked at; exit code 1 when something does not work. */
import { connect } from '@ringback/database';
import { readInstallation } from '../platform/config.ts';
import { type Command, readOptions } from './command.ts';
import { examine } from './diagnosis.ts';

const MARKS = { ok: '  ok  ', info: ' info ', skip: ' skip ', warn: ' warn ', fail: ' FAIL ' };

export const doctor: Command = {
  summary: 'checks an installation and says how to mend it',
  help: `Usage: ringback doctor

Connects with the same settings as \`ringback api\` and checks the database, the schema, the rights of the login, the
views of the marketplace, time zones, clocks, maintenance, tokens and channels. Before there is an API, run it as the owner with
DATABASE_URL alone: it says what it skips, and why. Changes nothing. Exit code 1 when something fails.
`,
  async run(args) {
    readOptions(args, {});
    const config = readInstallation(process.env);
    const sql = connect(config.database.url, { max: 1, applicationName: 'ringback doctor' });
    const findings = await examine(sql, config).finally(() => sql.end({ timeout: 1 }));
    for (const { level, text } of findings) process.stdout.write(`${MARKS[level]} ${text}\n`);
    return findings.some(({ level }) => level === 'fail') ? 1 : 0;
  },
};
