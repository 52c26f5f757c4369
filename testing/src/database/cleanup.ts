/** Runs in every test file: drops the databases it opened. */
import { afterAll } from 'vitest';
import { dropTestDatabases } from './database.ts';

afterAll(dropTestDatabases);
