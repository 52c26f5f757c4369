/// <reference types="vitest-native/rntl-matchers" />
/** Renders views as an app does: inside the provider, with a client in memory. */
import { cleanup, configure, render, screen } from '@testing-library/react-native';
import type { ReactNode } from 'react';
import { AccessibilityInfo } from 'react-native';
import { afterEach, vi } from 'vitest';
import { CallbackProvider, type CallbackProviderProps } from '../../../src/native/index.ts';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });

afterEach(async () => {
  await cleanup();
  vi.restoreAllMocks();
});

/** The reader is in Britain, whose language and zone the tests' sentences are in. */
export function renderApp(view: ReactNode, props: CallbackProviderProps) {
  return render(
    <CallbackProvider locale="en-GB" timeZone="Europe/London" region="GB" {...props}>
      {view}
    </CallbackProvider>,
  );
}

/** What screen readers are told. */
export function spyOnSpeech() {
  return vi.spyOn(AccessibilityInfo, 'announceForAccessibility');
}

/** The button with this name, once it can be pressed. */
export async function findEnabled(name: string | RegExp) {
  return screen.findByRole('button', { name, disabled: false });
}
