/** The channels that the settings switch on. A host's own stands here beside them. */
import type { Config } from '../../platform/config.ts';
import type { Channel } from './channel.ts';
import { emailChannel } from './email.ts';
import { expoPushChannel } from './expoPush.ts';
import { smsChannel } from './sms.ts';
import { webPushChannel } from './webPush.ts';

export async function channelsFromConfig({ channels, http }: Config): Promise<Channel[]> {
  const { email, sms, expoPush, webPush } = channels;
  return [
    ...(email ? [emailChannel(email)] : []),
    ...(sms ? [await smsChannel({ ...sms, publicUrl: http.publicUrl })] : []),
    ...(expoPush ? [expoPushChannel(expoPush)] : []),
    ...(webPush ? [webPushChannel(webPush)] : []),
  ];
}
