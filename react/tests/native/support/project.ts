/** The native views on React Native's own JavaScript; only the boundary to the device is replaced. */
import { defineConfig } from 'vitest/config';
import { reactNative } from 'vitest-native';

/** What React Native and the test runner say whatever is imported; nothing of it is about our code. */
const NOISE = /has been (extracted|deprecated) |resolves to two different files/;

/** The test project of one platform. */
export function nativeProject(platform: 'ios' | 'android') {
  return defineConfig({
    plugins: [reactNative({ engine: 'native', platform })],
    test: {
      name: `native-${platform}`,
      include: ['tests/native/**/*.test.tsx'],
      onConsoleLog: (log) => !NOISE.test(log),
    },
  });
}
