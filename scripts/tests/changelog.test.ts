import { expect, test } from 'vitest';
import { changelogEntry } from '../release/changelog.ts';

const CHANGELOG = `# Changelog

## Unreleased

- New: a button.

## 1.0.0 (2026-12-01)

- The first release.
`;

test('a version has its own entry', () => {
  expect(changelogEntry('1.0.0', CHANGELOG)).toBe('- The first release.');
});

test('a version without one takes what is not released yet', () => {
  expect(changelogEntry('1.1.0', CHANGELOG)).toBe('- New: a button.');
});

test('a version with nothing to show is refused', () => {
  expect(() => changelogEntry('1.1.0', '# Changelog\n\n## 1.0.0\n\n- The first release.\n')).toThrow(
    /CHANGELOG\.md has no entry "## 1\.1\.0"/,
  );
});
