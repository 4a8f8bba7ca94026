import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describeSettingIssue, parseDeployment } from '../deployment.js';
import type { ServiceEntry } from '../deployment-schema.js';
import type { Environment } from '../environment.js';
import { isWordingKey } from '../http/explain-issue.js';

/** Why a command was not carried out, in words for whoever gave it. */
export class Refused extends Error {}

/** The services of the settings, or the one that was named. */
export async function chosenServices(
  { settingsFile }: Environment,
  wanted: string | undefined,
): Promise<readonly ServiceEntry[]> {
  const demonstration = fileURLToPath(new URL('../../demo/settings.json', import.meta.url));
  const file = settingsFile ?? demonstration;
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused(`KITH_CONFIG is "${file}", which cannot be read`);
  });
  const deployment = parseDeployment(text, isWordingKey);
  if (!deployment.ok)
    throw new Refused(
      deployment.failure.map((one) => `${file}: ${describeSettingIssue(one)}`).join('\n'),
    );
  const { services } = deployment.value;
  if (wanted === undefined) return services;
  const chosen = services.filter(({ id }) => id === wanted);
  if (chosen.length === 0)
    throw new Refused(
      `--service is "${wanted}"; expected one of ${services.map(({ id }) => id).join(', ')}`,
    );
  return chosen;
}
