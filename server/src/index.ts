/** What a program that runs Ringback's server itself may use: the demo does, and so do tests and measurements. */

export { operatorOfCommand } from './cli/asOperator.ts';
export { type Command, exitWith, printLine, readOptions, runCommand } from './cli/command.ts';
export { createLink as createOperatorLink } from './cli/operatorLink.ts';
export { runService, type ServiceParts } from './cli/service.ts';

export type {
  Channel,
  ChannelName,
  CheckResult,
  Message,
  SendResult,
} from './delivery/channels/channel.ts';
export { FATE_UNKNOWN } from './delivery/channels/channel.ts';
export { channelsFromConfig } from './delivery/channels/fromConfig.ts';
export { smsText } from './delivery/channels/smsText.ts';
export { webPushPayload } from './delivery/channels/webPush.ts';
export { startWorker } from './delivery/worker.ts';
export { createApp } from './http/app.ts';
export type { App } from './http/types.ts';
export { type Config, readConfig, type TokenConfig } from './platform/config.ts';
export { createDatabase } from './platform/database.ts';
export { CommandError, type Lifecycle, runUntilSignal } from './platform/lifecycle.ts';
export { createLogger, terminalDestination } from './platform/log.ts';
export { createMetrics } from './platform/metrics.ts';
