/**
 * Checked by the compiler: web and React Native offer the same, so that an app for both writes its screens
 * once.
 */
import type { ComponentProps } from 'react';
import { expectTypeOf } from 'vitest';
import type * as native from '../../src/native/index.ts';
import type * as web from '../../src/web/index.ts';

type Views =
  | 'CallbackBell'
  | 'CallbackGuidelines'
  | 'CallbackHistory'
  | 'CallbackInbox'
  | 'CallbackNotificationList'
  | 'CallbackPreferences'
  | 'CallbackPrivacy'
  | 'CallbackRequestButton'
  | 'CallbackRequestCard'
  | 'CallbackRequestDetails'
  | 'CallbackResponseTime'
  | 'CallbackStats'
  | 'MyCallbackRequests';
type NativeProps = { [View in Views]: ComponentProps<(typeof native)[View]> };
type WebProps = { [View in Views]: ComponentProps<(typeof web)[View]> };
expectTypeOf<NativeProps>().toEqualTypeOf<WebProps>();

// The web has a style sheet besides, which may be asked for as text and take the host's variables; its provider takes more: where it goes.
expectTypeOf<keyof typeof native>().toEqualTypeOf<Exclude<keyof typeof web, 'themeCss' | 'hostTheme'>>();
type NativeProviderProps = ComponentProps<typeof native.CallbackProvider>;
expectTypeOf<NativeProviderProps>().toExtend<ComponentProps<typeof web.CallbackProvider>>();
