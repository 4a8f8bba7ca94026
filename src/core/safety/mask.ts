// The attributes by which tools that record visits leave out an element: docs/privacy.md lists the tools.
const attributes: Readonly<Record<string, string>> = {
  'data-clarity-mask': 'true',
  'data-dd-privacy': 'mask',
  'data-hj-suppress': '',
  'data-private': '',
  'data-sentry-mask': '',
};

/** The classes by which further tools leave out an element, for the root of the form. */
export const maskClasses = 'fs-exclude ph-no-capture rr-block';

/** Marks fields and answers so that recordings of visits leave them out. */
export function mask(root: ParentNode): void {
  for (const element of root.querySelectorAll('.root, input, textarea, select, .answers'))
    for (const [name, value] of Object.entries(attributes))
      if (!element.hasAttribute(name)) element.setAttribute(name, value);
}
