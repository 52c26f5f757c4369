/** `@ringback/react` in React Native: the hooks, and the components on its core parts. */
export * from '../headless/index.ts';
export { CallbackResponseTime } from './insight/CallbackResponseTime.tsx';
export { CallbackStats } from './insight/CallbackStats.tsx';
export { CallbackBell } from './notifications/CallbackBell.tsx';
export { CallbackNotificationList } from './notifications/CallbackNotificationList.tsx';
export { CallbackGuidelines } from './people/CallbackGuidelines.tsx';
export { CallbackPreferences } from './people/preferences/CallbackPreferences.tsx';
export { CallbackPrivacy } from './people/privacy/CallbackPrivacy.tsx';
export { CallbackProvider } from './platform/CallbackProvider.tsx';
export { CallbackRequestButton } from './requests/button/CallbackRequestButton.tsx';
export { CallbackRequestCard } from './requests/card/CallbackRequestCard.tsx';
export { CallbackHistory } from './requests/history/CallbackHistory.tsx';
export { CallbackInbox } from './requests/inbox/CallbackInbox.tsx';
export { MyCallbackRequests } from './requests/mine/MyCallbackRequests.tsx';
export { CallbackRequestDetails } from './requests/summary/CallbackRequestDetails.tsx';
