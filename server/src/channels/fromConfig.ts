/** The channels that the settings switch on. A host's own stands here beside them. */
import type { Config } from '../config.ts';
import type { Channel } from './channel.ts';
import { emailChannel } from './email.ts';

export async function channelsFromConfig({ channels }: Config): Promise<Channel[]> {
  const { email } = channels;
  return [...(email ? [emailChannel(email)] : [])];
}
