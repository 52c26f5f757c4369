/** The provider, with what React Native alone can tell: that the app came back to the foreground. */
import { focusManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AppState } from 'react-native';
import { type CallbackProviderProps, CallbackProvider as HeadlessProvider } from '../headless/provider.tsx';

/**
 * What an app puts around the components. The app's own look goes in as tokens and parts, for instance
 *
 *     <CallbackProvider
 *       client={client}
 *       theme={{
 *         mode: theme.isDarkMode ? 'dark' : 'light',
 *         radius: theme.borderRadius.md,
 *         light: { accent: theme.colors.primary, accentText: theme.colors.primaryForeground, … },
 *       }}
 *       components={{
 *         Button: ({ children, isBusy, ...props }) => <AppButton {...props} loading={isBusy}>{children}</AppButton>,
 *         Dialog: ({ isOpen, ...props }) => <AppModal visible={isOpen} position="bottom" {...props} />,
 *         Icon: ({ name, ...props }) => { const Lucide = LUCIDE[name]; return <Lucide {...props} />; },
 *       }}
 *       onNotify={({ tone, message }) => showToast({ variant: tone, message })}
 *       storage={AsyncStorage}
 *     >
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
