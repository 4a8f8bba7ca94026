import * as z from 'zod/mini';
import { Postcode } from './postcode.js';

/** Asks whether a service covers a postcode. Posted, so that the postcode stands in no URL or log. */
export const CoverageRequest = z.strictObject({ postcode: Postcode });
export type CoverageRequest = z.infer<typeof CoverageRequest>;

/** Whether the service takes people who live there. */
export const Coverage = z.object({ covered: z.boolean() });
export type Coverage = z.infer<typeof Coverage>;
