/** Leaves out members without a value: the schemas of Open Referral allow a missing member, but not `null`. */
export const withoutEmpty = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => hasContent(value)));

const hasContent = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** A text as an address that `format: uri` accepts, or `undefined`. */
export const validUri = (text: string | undefined): string | undefined => {
  try {
    return text === undefined ? undefined : new URL(text).href;
  } catch {
    return undefined;
  }
};

/** A text if it is a mail address that `format: email` accepts, otherwise `undefined`. */
export const validEmail = (text: string | undefined): string | undefined =>
  /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text ?? '') ? text : undefined;
