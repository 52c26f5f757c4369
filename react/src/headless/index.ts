/** Everything but the views: for own components, and what both view sets are made of. */

export type { Format } from './format/format.ts';
export { knownLocale, regionOfLocale } from './format/intl.ts';
export * from './format/useFormat.ts';
export * from './insight/useCallbackRequestStats.ts';
export {
  type CallbackStatsProps,
  type Figure,
  type StatsModel,
  type StatusShare,
  useCallbackStats,
} from './insight/useCallbackStats.ts';
export {
  type CallbackResponseTimeModel,
  type CallbackResponseTimeProps,
  useCallbackResponseTime,
} from './insight/useResponseTime.ts';
export * from './live/useLiveStatus.ts';
export { en, type Messages } from './messages/en.ts';
export { errorText } from './messages/errorText.ts';
export type { Direction, MessageOverrides, ReaderMessages } from './messages/messages.ts';
export * from './messages/useMessages.ts';
export { notificationName, notificationText } from './notifications/notificationText.ts';
export type * from './notifications/props.ts';
export { type CallbackBellModel, useCallbackBell } from './notifications/useCallbackBell.ts';
export * from './notifications/useCallbackNotifications.ts';
export {
  type NotificationItem,
  type NotificationListModel,
  useNotificationList,
} from './notifications/useNotificationList.ts';
export * from './notifications/useReadNotifications.ts';
export * from './notifications/useUnreadCallbackNotificationCount.ts';
export type { PushStatus } from './people/ownDevice.ts';
export type * from './people/preferences/props.ts';
export type { SelectModel } from './people/preferences/selectModel.ts';
export { type DeviceItem, type DeviceListModel, useDeviceList } from './people/preferences/useDeviceList.ts';
export { useMessageLanguage } from './people/preferences/useMessageLanguage.ts';
export {
  type ChannelRow,
  type ChannelTable,
  useNotificationChannels,
} from './people/preferences/useNotificationChannels.ts';
export { type PreferencesPanel, usePreferencesPanel } from './people/preferences/usePreferencesPanel.ts';
export { type PushHereModel, usePushHere } from './people/preferences/usePushHere.ts';
export {
  type QuietHoursModel,
  type QuietHoursQuestion,
  useQuietHours,
} from './people/preferences/useQuietHours.ts';
export { useRequestsFrom } from './people/preferences/useRequestsFrom.ts';
export type * from './people/privacy/props.ts';
export * from './people/privacy/useCallbackPersonalData.ts';
export { type PrivacyPart, useCallbackPrivacy } from './people/privacy/useCallbackPrivacy.ts';
export { PushError, type PushErrorCode, type PushWorker } from './people/pushBrowser.ts';
export * from './people/useCallbackDevices.ts';
export { type Guidelines, useCallbackGuidelines } from './people/useCallbackGuidelines.ts';
export * from './people/useCallbackPreferences.ts';
export * from './people/useCallbackPush.ts';
export { useNow } from './platform/clock.ts';
export type { CallbackContextValue, CallbackLinks, CallbackProfile } from './platform/context.ts';
export { CallbackProvider, type CallbackProviderProps } from './platform/provider.tsx';
export { type CallbackStorage, createMemoryStorage } from './platform/storage.ts';
export * from './platform/theme.ts';
export * from './platform/useCallbackTheme.ts';
export * from './platform/useOnlineStatus.ts';
export type { AttemptList } from './requests/attempts.ts';
export type * from './requests/button/buttonModel.ts';
export { useCallbackButton } from './requests/button/useCallbackButton.ts';
export type * from './requests/card/cardModel.ts';
export { useCallbackCard } from './requests/card/useCallbackCard.ts';
export type * from './requests/code/codeModel.ts';
export { useCodeStep } from './requests/code/useCodeStep.ts';
export type { ListingModel } from './requests/details.ts';
export type * from './requests/form/formModel.ts';
export { useCallbackForm } from './requests/form/useCallbackForm.ts';
export { useEditForm } from './requests/form/useEditForm.ts';
export { type CallbackHistoryModel, type HistoryLine, useCallbackHistory } from './requests/history.ts';
export type * from './requests/inbox/inboxModel.ts';
export { useCallbackInbox } from './requests/inbox/useCallbackInbox.ts';
export { useInboxDetail } from './requests/inbox/useInboxDetail.ts';
export { useInboxRequest } from './requests/inbox/useInboxRequest.ts';
export type * from './requests/mine/mineModel.ts';
export { useMyCallbackRequests } from './requests/mine/useMyCallbackRequests.ts';
export type * from './requests/props.ts';
export * from './requests/read/useBuyerCallbackRequests.ts';
export * from './requests/read/useCallbackRequest.ts';
export * from './requests/read/useCanRequestCallback.ts';
export type * from './requests/read/useRequestList.ts';
export * from './requests/read/useSellerCallbackRequests.ts';
export type { CallOutcome, Priority, Status } from './requests/request.ts';
export { type StatusChoice, useStatusTabs } from './requests/statusTabs.ts';
export type * from './requests/summary/summaryModel.ts';
export { useRequestSummary } from './requests/summary/useRequestSummary.ts';
export * from './requests/write/useConfirmCallbackCode.ts';
export * from './requests/write/useConfirmCallbackRequest.ts';
export * from './requests/write/useCreateCallbackRequest.ts';
export * from './requests/write/useEditCallbackRequest.ts';
export * from './requests/write/useExtendCallbackRequest.ts';
export * from './requests/write/useLogCallbackAttempt.ts';
export * from './requests/write/useSellerNote.ts';
export * from './requests/write/useSnoozeCallbackRequest.ts';
export * from './requests/write/useUndoAcknowledgement.ts';
export * from './requests/write/useUpdateCallbackRequestStatus.ts';
export { ICONS } from './ui/icons.ts';
export { type ListState, type LoadedList, useListState } from './ui/listState.ts';
export type * from './ui/parts.ts';
export type * from './ui/slots.ts';
