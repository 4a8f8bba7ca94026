import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeSettingIssue, parseDeployment } from '../settings/deployment.js';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import type { Environment } from '../settings/environment.js';
import { isWordingKey } from '../http/responses/explain-issue.js';
import { CommandError } from './command.js';

/**
 * The services of the settings file, or only the one with the given id. Rejects with a `CommandError` if the file is
 * invalid or has no such service.
 */
export async function selectServices(
  { settingsFile }: Environment,
  serviceId: string | undefined,
): Promise<readonly ServiceEntry[]> {
  const demonstration = fileURLToPath(new URL('../../demo/settings.json', import.meta.url));
  const file = settingsFile ?? demonstration;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`KITH_CONFIG is "${file}", which cannot be read`);
  });
  const deployment = parseDeployment(text, isWordingKey);
  if (!deployment.ok)
    throw new CommandError(
      deployment.failure.map((one) => `${file}: ${describeSettingIssue(one)}`).join('\n'),
    );
  const { services } = deployment.value;
  if (serviceId === undefined) return services;
  const selected = services.filter(({ id }) => id === serviceId);
  if (selected.length === 0)
    throw new CommandError(
      `--service is "${serviceId}"; expected one of ${services.map(({ id }) => id).join(', ')}`,
    );
  return selected;
}
