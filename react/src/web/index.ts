/** For the web: everything headless, and the components drawn with plain HTML. */
export * from '../headless/index.ts';
export { CallbackProvider, type CallbackProviderProps } from './CallbackProvider.tsx';
export { CallbackRequestButton } from './CallbackRequestButton.tsx';
export { CallbackRequestCard } from './CallbackRequestCard.tsx';
export { CallbackRequestDetails } from './CallbackRequestDetails.tsx';
export { themeCss } from './themeCss.ts';
