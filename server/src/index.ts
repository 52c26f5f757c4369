/** What a program may build from Ringback's server: the application, the worker, and what they need. */

export { printLine, readOptions, UsageError } from './cli/command.ts';
export { open as openDatabase, runService, runWorkerAlone, type ServiceParts } from './cli/service.ts';
export type {
  Channel,
  ChannelName,
  CheckResult,
  Message,
  SendResult,
} from './delivery/channels/channel.ts';
export { FATE_UNKNOWN } from './delivery/channels/channel.ts';
export { channelsFromConfig } from './delivery/channels/fromConfig.ts';
export { smsText } from './delivery/channels/sms.ts';
export { webPushPayload } from './delivery/channels/webPush.ts';
export { startWorker, type Worker, type WorkerParts } from './delivery/worker.ts';
export type { Role } from './http/access/identity.ts';
export { type AppParts, createApp } from './http/app.ts';
export type { App } from './http/types.ts';
export { type Config, ConfigError, readConfig, type TokenConfig } from './platform/config.ts';
export { createDatabase, type Database } from './platform/database.ts';
export { CommandError, type Lifecycle, runUntilSignal } from './platform/lifecycle.ts';
export { createLogger, terminalDestination } from './platform/log.ts';
export { createMetrics, type Metrics } from './platform/metrics.ts';
