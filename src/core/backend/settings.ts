import { type Result, failed, ok } from '../result.js';
import type { SettingProblem } from './setting-messages.js';

/** Where an element finds its backend and which partner's page it stands on. */
export interface Settings {
  readonly endpoint: string;
  readonly partner: string;
  /** How elements look that do not say. */
  readonly theme?: string;
}

let defaults: Partial<Settings> = {};

/** Sets what holds for every element that does not say otherwise. The first script on a page wins. */
export function configure(settings: Partial<Settings>): void {
  defaults = { ...settings, ...defaults };
}

/** How elements look that do not say; empty where nothing is set. */
export const defaultTheme = (): string => defaults.theme ?? '';

// An address may have a path, for a backend that stands below one; never a query or a fragment.
function readEndpoint(value: string): string | undefined {
  try {
    const { protocol, origin, pathname } = new URL(value);
    return /^https?:$/.test(protocol) ? origin + pathname.replace(/\/+$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** An element's own settings, completed by those of the script. */
export function resolveSettings(own: Partial<Settings>): Result<Settings, SettingProblem> {
  const written = (own.endpoint ?? '') || (defaults.endpoint ?? '');
  const partner = (own.partner ?? '') || (defaults.partner ?? '');
  const endpoint = readEndpoint(written);
  if (endpoint === undefined) return failed({ name: 'endpoint', value: written });
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(partner))
    return failed({ name: 'partner', value: partner });
  return ok({ endpoint, partner });
}

/** Tells the webmaster, once, which setting of which tag is wrong. The words are loaded only for that. */
export async function reportSetting(tag: string, problem: SettingProblem): Promise<void> {
  const messages = await import('./setting-messages.js').catch(() => undefined);
  messages?.logSettingProblem(tag, problem);
}
