import { type Result, failed, ok } from '../result.js';
import type { SettingProblem } from './setting-messages.js';

/** The backend of an element, and the partner whose page it is on. */
export interface Settings {
  readonly endpoint: string;
  readonly partner: string;
  /** The theme of elements without a theme of their own. */
  readonly theme?: string;
}

let defaults: Partial<Settings> = {};

/** Sets the defaults of all elements. The first script on a page wins. */
export function configure(settings: Partial<Settings>): void {
  defaults = { ...settings, ...defaults };
}

/** The theme of elements without a theme of their own; empty if none is set. */
export const defaultTheme = (): string => defaults.theme ?? '';

// An address may have a path, but no query or fragment.
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

/** Logs an invalid setting once, for the webmaster. The texts are loaded only then. */
export async function reportSetting(tag: string, problem: SettingProblem): Promise<void> {
  const messages = await import('./setting-messages.js').catch(() => undefined);
  messages?.logSettingProblem(tag, problem);
}
