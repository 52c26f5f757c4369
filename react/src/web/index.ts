/** For the web: everything headless, and the components drawn with plain HTML. */
export * from '../headless/index.ts';
export { CallbackResponseTime } from './insight/CallbackResponseTime.tsx';
export { CallbackStats } from './insight/CallbackStats.tsx';
export { CallbackBell } from './notifications/CallbackBell.tsx';
export { CallbackNotificationList } from './notifications/CallbackNotificationList.tsx';
export { CallbackGuidelines } from './people/CallbackGuidelines.tsx';
export { CallbackPreferences } from './people/preferences/CallbackPreferences.tsx';
export { CallbackPrivacy } from './people/privacy/CallbackPrivacy.tsx';
export { CallbackProvider, type CallbackProviderProps } from './platform/CallbackProvider.tsx';
export { CallbackRequestButton } from './requests/button/CallbackRequestButton.tsx';
export { CallbackRequestCard } from './requests/card/CallbackRequestCard.tsx';
export { CallbackHistory } from './requests/history/CallbackHistory.tsx';
export { CallbackInbox } from './requests/inbox/CallbackInbox.tsx';
export { MyCallbackRequests } from './requests/mine/MyCallbackRequests.tsx';
export { CallbackRequestDetails } from './requests/summary/CallbackRequestDetails.tsx';
export { hostTheme } from './styles/hostTheme.ts';
export { themeCss } from './styles/themeCss.ts';
