import { isRecord } from '../shared/record.js';
import type { Settings } from './settings.js';

/** What of a service's profile decides which ways into it there are. */
export interface Doors {
  /** Who may refer there. */
  readonly audiences: readonly string[];
  /** Where link workers of the service work. */
  readonly linkWorkers?: string;
  /** Whether groups can suggest activities. */
  readonly suggestions: boolean;
}

/**
 * Asks a service for its doors; nothing where no answer comes. Apart from the other calls, because a menu is there
 * before anything else of us, and their code would be a tenth of it.
 */
export async function askDoors({ endpoint, partner }: Settings): Promise<Doors | undefined> {
  try {
    const answer = await fetch(`${endpoint}/api/v1/profile?partner=${partner}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const profile: unknown = await answer.json();
    if (!isRecord(profile)) return undefined;
    const { audiences = ['self'], linkWorkers, suggestions } = profile;
    return {
      audiences: Array.isArray(audiences) ? audiences.map(String) : [],
      ...(typeof linkWorkers === 'string' && linkWorkers.startsWith('https://')
        ? { linkWorkers }
        : {}),
      suggestions: suggestions === true,
    };
  } catch {
    return undefined;
  }
}
