/// <reference types="@vitest/browser-playwright" />
/** Asks the browser itself, where the page cannot. */
import { cdp } from 'vitest/browser';

/**
 * "role: name" of everything that assistive technology is given. Unlike a query by role, it knows what a
 * dialog hides.
 */
export async function readAccessibilityTree(): Promise<string[]> {
  const { frameTree } = await cdp().send('Page.getFrameTree');
  const [url] = location.href.split('#');
  const frame = frameTree.childFrames?.find(({ frame }) => frame.url === url)?.frame;
  if (!frame) throw new Error('The frame in which Vitest runs the test was not found.');
  const { nodes } = await cdp().send('Accessibility.getFullAXTree', { frameId: frame.id });
  return nodes
    .filter((node) => !node.ignored)
    .map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`);
}

/** The few colours that a reader's system allows, as with Windows' contrast themes. */
export async function emulateForcedColors(isOn: boolean): Promise<void> {
  const features = [
    { name: 'forced-colors', value: isOn ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: 'reduce' }, // as everywhere; this call would undo it
  ];
  await cdp().send('Emulation.setEmulatedMedia', { features });
}
