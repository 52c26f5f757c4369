/** The app's components; Ringback's stand among them. */
export { CallbackRequestButton, CallbackRequestCard } from '@ringback/react';
