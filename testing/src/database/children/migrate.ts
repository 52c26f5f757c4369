/** A process of its own that migrates: `node migrate.ts <url>`. Says `ready` and starts at a line on its input. */
import { once } from 'node:events';
import { migrate } from '@ringback/database';

console.log('ready');
await once(process.stdin, 'data');
await migrate(String(process.argv[2]), { bootstrap: true });
process.exit();
