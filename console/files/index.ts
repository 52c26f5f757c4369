/** The folder of the console's built files. */
import { join } from 'node:path';

export const folder = join(import.meta.dirname, '../dist');
