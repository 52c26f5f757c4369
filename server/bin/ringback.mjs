#!/usr/bin/env node
/** The `ringback` command on whatever Node there is, so plain JavaScript; cli/ringback.ts does the work. */
const OLDEST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(
    `Ringback needs Node ${OLDEST_NODE} or later, and this is ${process.version}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}
await import('@ringback/server/cli');
