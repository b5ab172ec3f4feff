import { forgetChat } from '../../../adapters/sandbox/chat.ts';
import type { PlatformModule } from '../platform-module.ts';

/** The made-up workplace, which is used when no real platform is configured. */
export const sandbox: PlatformModule<'on'> = {
  displayName: 'Sandbox',
  maxPerSecond: null,
  isGiven: () => false,
  readSettings: (_given, isSandbox) => (isSandbox ? 'on' : null),
  open: async (_settings, ground) => (await import('./open-sandbox.ts')).openSandbox(ground),
  check: async () => [],
  forgetAccount: forgetChat,
};
