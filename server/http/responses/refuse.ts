import { notEligibleType } from '../../../src/core/contract/problem.js';
import type { Result } from '../../../src/core/result.js';
import { invalid, problem } from './problem.js';
import type { Refusal } from './refusal.js';

/** The error response for a rejected request. */
export function refuse(refusal: Refusal): Response {
  switch (refusal.kind) {
    case 'not-json':
      return problem(415, {
        detail: 'Send the body as application/json, in UTF-8, not compressed.',
        headers: { 'Accept-Post': 'application/json' },
      });
    case 'too-large':
      return problem(413, { detail: `A body may have ${refusal.maxBytes} bytes at most.` });
    case 'unreadable':
      return problem(400, { detail: refusal.detail });
    case 'invalid':
      return invalid(refusal.issues);
    case 'not-eligible':
      return problem(422, {
        type: notEligibleType,
        detail: 'This service cannot take this person. That is nobody’s mistake.',
        errors: [
          {
            field: refusal.reason.startsWith('too-')
              ? 'answers.birth.date'
              : 'answers.place.postcode',
            code: `eligibility.${refusal.reason}`,
          },
        ],
      });
    case 'no-idempotency-key':
      return problem(400, {
        detail: `Send an Idempotency-Key header: 8 to 200 visible ASCII characters, new for each ${refusal.what}.`,
      });
    case 'idempotency-key-reused':
      return problem(422, {
        type: '/problems/idempotency-key-reused',
        detail: `This Idempotency-Key came with another body before. Use a new one for each ${refusal.what}.`,
      });
  }
}

/** The response to a submission: its receipt, byte for byte, or why it was rejected. */
export const answerWithReceipt = (stored: Result<string, Refusal>): Response =>
  stored.ok
    ? new Response(stored.value, {
        status: 201,
        headers: { 'Content-Type': 'application/json' },
      })
    : refuse(stored.failure);
