import { readFile } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { pageOf, referral } from '../harness.js';

/** Sends a referral to a running backend. */
export const send = (backend: string, key: string, body: unknown = referral()): Promise<Response> =>
  fetch(`${backend}/api/v1/referrals?partner=open-door`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });

/** The referrals as returned to staff, with the token from the data folder. */
export const staff = async (backend: string, folder: string) => {
  const kept: unknown = JSON.parse(await readFile(join(folder, 'staff-tokens.json'), 'utf8'));
  const { northside } = z.parse(z.object({ northside: z.string() }), kept);
  const { items } = await pageOf(
    fetch(`${backend}/api/v1/staff/referrals?limit=200`, {
      headers: { authorization: `Bearer ${northside}` },
    }),
  );
  return items;
};

/** The response to a request, as soon as its headers have been received. */
export const answered = (outgoing: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve) => outgoing.once('response', resolve));

/** Starts to send a referral: the headers and the first part of the body. */
export async function halfSent(
  backend: string,
  key: string,
): Promise<{ outgoing: ClientRequest; finish(): Promise<number | undefined> }> {
  const body = JSON.stringify(referral());
  const outgoing = request(`${backend}/api/v1/referrals?partner=open-door`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  });
  outgoing.write(body.slice(0, 100));
  await wait(200);
  const finish = async (): Promise<number | undefined> => {
    outgoing.end(body.slice(100));
    const response = await answered(outgoing);
    response.resume();
    return response.statusCode;
  };
  return { outgoing, finish };
}
