// What tools that record visits take as “leave this out”, each in its own way: docs/privacy.md names them.
const attributes: Readonly<Record<string, string>> = {
  'data-clarity-mask': 'true',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-private': '',
  'data-sentry-mask': '',
};

/** Classes that say the same, for the box around everything. */
export const maskClasses = 'fs-exclude ph-no-capture rr-block';

/** Marks fields, and answers shown, so that a page’s own recording of visits leaves them out. */
export function mask(root: ParentNode): void {
  for (const element of root.querySelectorAll('.root, input, textarea, select, .answers'))
    for (const [name, value] of Object.entries(attributes))
      if (!element.hasAttribute(name)) element.setAttribute(name, value);
}
