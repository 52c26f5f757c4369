/** A process of its own that runs an embedded server: `node embedded.ts <folder>`. Prints the server's process id, then waits. */
import { startEmbedded } from '@ringback/database';

process.on('SIGINT', () => {}); // Ctrl-C reaches the whole process group; this one wants to stop things in order
const server = await startEmbedded({ dataDir: String(process.argv[2]), fsync: false });
console.log(server.pid);
setInterval(() => {}, 60_000);
