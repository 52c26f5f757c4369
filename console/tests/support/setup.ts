/** Runs for every test file: all share one page, which each test leaves empty. */
import { afterEach } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react/pure';
import '../../src/styles/index.css';

afterEach(async () => {
  await cleanup();
  localStorage.clear();
  await page.viewport(1280, 900);
});
