import type { html } from 'hono/html';

/** A piece of HTML in which every filled-in value is escaped. */
export type Html = ReturnType<typeof html>;

interface Options {
  readonly status?: number;
  /** Directives besides the strict ones that every page has. */
  readonly policy?: readonly string[];
}

/** Answers with a page that may load nothing but what `policy` names. */
export const htmlAnswer = async (page: Html, options: Options = {}): Promise<Response> =>
  new Response(String(await page), {
    status: options.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': [
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        ...(options.policy ?? ["trusted-types 'none'"]),
      ].join('; '),
    },
  });
