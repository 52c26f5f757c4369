/** The element: its attributes are the component's props, its events are the component's callbacks. */

import type { HttpClientOptions } from '@ringback/client';
import { createRoot, type Root } from 'react-dom/client';
import { ElementButton, type ElementSettings } from './ElementButton.tsx';

type GetToken = HttpClientOptions['getToken'];

export interface RingbackEventMap {
  /** A request was made; `detail` is the request. */
  'ringback:requested': CustomEvent;
  /** A signed-out reader has pressed the button. */
  'ringback:sign-in': CustomEvent<null>;
  /** `{ tone, message }` for a toast of the page. */
  'ringback:notice': CustomEvent;
}

const ATTRIBUTES = {
  'listing-id': 'listingId',
  'seller-id': 'sellerId',
  'seller-name': 'sellerName',
  'listing-title': 'listingTitle',
  'base-url': 'baseUrl',
  'user-id': 'userId',
  token: 'token',
  locale: 'locale',
  region: 'region',
  variant: 'variant',
  size: 'size',
  theme: 'theme',
} as const satisfies Record<string, keyof ElementSettings>;

/** Where there are no elements, a server draws nothing in its place. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export class RingbackButton extends Base {
  static readonly observedAttributes = Object.keys(ATTRIBUTES);

  #root: Root | undefined;
  #getToken: GetToken | undefined;

  /** Asked before each call, as the client's option of that name; without it the attribute `token` is sent. */
  get getToken(): GetToken | undefined {
    return this.#getToken;
  }
  set getToken(getToken: GetToken | undefined) {
    this.#getToken = getToken;
    this.#draw();
  }

  connectedCallback(): void {
    this.#adoptGetToken();
    this.#root ??= createRoot(this);
    this.#draw();
  }

  /** An element that is only moved stays as it is. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#root?.unmount();
      this.#root = undefined;
    });
  }

  attributeChangedCallback(): void {
    this.#draw();
  }

  /** A page may have set the property before this script ran. */
  #adoptGetToken(): void {
    if (!Object.hasOwn(this, 'getToken')) return;
    const given = this.getToken;
    Reflect.deleteProperty(this, 'getToken');
    this.#getToken = given;
  }

  #draw(): void {
    this.#root?.render(<ElementButton {...this.#settings()} />);
  }

  #settings(): ElementSettings {
    const given = Object.entries(ATTRIBUTES).map(([name, prop]) => [
      prop,
      this.getAttribute(name) ?? undefined,
    ]);
    return {
      ...(Object.fromEntries(given) as Partial<Record<keyof ElementSettings, string>>),
      getToken: this.#getToken,
      onEvent: (name, detail) =>
        this.dispatchEvent(new CustomEvent(`ringback:${name}`, { detail, bubbles: true, composed: true })),
    } as ElementSettings;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ringback-button': RingbackButton;
  }
  interface HTMLElementEventMap extends RingbackEventMap {}
}
