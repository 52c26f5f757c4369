/** Runs for every test file: all share one page, which each test leaves empty. */
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react/pure';
import '../../src/styles/index.css';

let errors: MockInstance<typeof console.error>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error');
});

afterEach(async () => {
  await cleanup();
  localStorage.clear();
  await page.viewport(1280, 900);
  // Two options or rows with one key: React shows one of them twice, or not at all.
  const repeated = errors.mock.calls.map(String).filter((text) => text.includes('same key'));
  errors.mockRestore();
  expect(repeated).toEqual([]);
});
