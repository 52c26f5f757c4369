/** `@ringback/react` in React Native: the hooks, and the components on its core parts. */
export * from '../headless/index.ts';
export { CallbackProvider } from './CallbackProvider.tsx';
export { CallbackRequestButton } from './CallbackRequestButton.tsx';
export { CallbackRequestCard } from './CallbackRequestCard.tsx';
export { CallbackRequestDetails } from './CallbackRequestDetails.tsx';
