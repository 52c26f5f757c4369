/** `@ringback/react/element`: defines `<ringback-button>`, the button for pages without React. */
import { RingbackButton } from './RingbackButton.tsx';

export type { RingbackEventMap } from './RingbackButton.tsx';
export { RingbackButton };

// Not on a server that draws pages; and once, where a page has the script twice.
if (globalThis.customElements && !customElements.get('ringback-button'))
  customElements.define('ringback-button', RingbackButton);
