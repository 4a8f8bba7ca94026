import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { GpPractice } from '../../src/referral/contract/gp-practice.js';
import type { Queries } from '../database/database.js';
import { addPractices, countPractices } from './practice-store.js';

const file = new URL('../data/gp-practices.csv', import.meta.url);

/** Gives each service without GP practices the list that comes with the project. */
export async function fillPractices(
  queries: Queries,
  services: readonly { readonly id: string }[],
): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { id } of services) {
    if ((await countPractices(queries, id)) > 0) continue;
    const rows: unknown = parse(await readFile(file), { columns: true });
    await addPractices(queries, id, z.parse(z.array(GpPractice), rows));
    filled.push(id);
  }
  return filled;
}
