/** The provider, with what React Native alone can tell: that the app came back to the foreground. */
import { focusManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AppState } from 'react-native';
import {
  type CallbackProviderProps,
  CallbackProvider as HeadlessProvider,
} from '../../headless/platform/provider.tsx';

/**
 * What an app puts around the components. An app's own look goes in as tokens and parts:
 *
 *     // Outside the component: parts that are made anew at each render lose what they hold, such as the focus.
 *     const components = {
 *       Button: ({ isBusy, isDisabled, ...props }: ButtonSlotProps) => (
 *         <AppButton {...props} loading={isBusy} disabled={isDisabled} />
 *       ),
 *       Dialog: ({ isOpen, ...props }: DialogSlotProps) => <AppModal {...props} visible={isOpen} position="bottom" />,
 *     };
 *     const theme = {
 *       mode: appTheme.isDark ? 'dark' : 'light',
 *       radius: appTheme.borderRadius.md,
 *       light: { accent: appTheme.colors.primary, accentText: appTheme.colors.primaryForeground },
 *     };
 *     <CallbackProvider client={client} theme={theme} components={components} storage={AsyncStorage}>
 */
export function CallbackProvider(props: CallbackProviderProps) {
  useEffect(() => {
    const subscription = AppState.addEventListener('change', (state) => {
      focusManager.setFocused(state === 'active');
    });
    return () => subscription.remove();
  }, []);
  return <HeadlessProvider {...props} />;
}
