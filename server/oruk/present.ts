/** A JSON object without the members that hold nothing: the schemas allow leaving out, not `null`. */
export const present = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => isThere(value)));

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** An address in the form that `format: uri` asks for, or nothing. */
export const uri = (text: string | undefined): string | undefined => {
  try {
    return text === undefined ? undefined : new URL(text).href;
  } catch {
    return undefined;
  }
};

/** A mail address that `format: email` accepts, or nothing. */
export const email = (text: string | undefined): string | undefined =>
  /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text ?? '') ? text : undefined;
