/** The native views on React Native's own JavaScript; only the boundary to the device is replaced. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { reactNative } from 'vitest-native';

// vitest-native keeps what it compiled, with its paths, in here; without the folder it would use one place for every clone on the machine.
mkdirSync(join(import.meta.dirname, '../../../node_modules'), { recursive: true });

/** The test project of one platform. */
export function nativeProject(platform: 'ios' | 'android') {
  return defineConfig({
    plugins: [reactNative({ engine: 'native', platform })],
    test: {
      name: `native-${platform}`,
      sequence: { groupOrder: 1 },
      include: ['tests/native/**/*.test.tsx'],
      testTimeout: 20_000,
      setupFiles: ['tests/native/support/hermes.ts'],
    },
  });
}
