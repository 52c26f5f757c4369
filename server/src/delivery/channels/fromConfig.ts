/** Webhooks, and the channels that the settings switch on, each loaded only then. A host's own stands here beside them. */
import type { Config } from '../../platform/config.ts';
import type { Channel } from './channel.ts';

export async function channelsFromConfig({ channels, http }: Config): Promise<Channel[]> {
  const { email, sms, expoPush, webPush, webhook } = channels;
  const { publicUrl } = http;
  const chosen: Promise<Channel>[] = [
    ...(email ? [import('./email.ts').then(({ emailChannel }) => emailChannel(email))] : []),
    ...(sms ? [import('./sms.ts').then(({ smsChannel }) => smsChannel({ ...sms, publicUrl }))] : []),
    ...(expoPush ? [import('./expoPush.ts').then(({ expoPushChannel }) => expoPushChannel(expoPush))] : []),
    ...(webPush ? [import('./webPush.ts').then(({ webPushChannel }) => webPushChannel(webPush))] : []),
    import('./webhook.ts').then(({ webhookChannel }) => webhookChannel(webhook)),
  ];
  return Promise.all(chosen);
}
