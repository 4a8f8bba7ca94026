/** Headers of a page that may load its own styles and images, and otherwise only what the other directives allow. */
export const pageHeaders = (
  ...directives: readonly string[]
): { readonly 'Content-Security-Policy': string } => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...directives,
  ].join('; '),
});

/** Directives for pages without scripts. */
export const noScripts = ["require-trusted-types-for 'script'", "trusted-types 'none'"];
