/** Whether a value is an object with string keys, and not an array. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Removes members that are `undefined`, as JSON does. Changes the object itself. */
export function withoutUndefined<Value extends object>(value: Value): Value {
  for (const [name, one] of Object.entries(value))
    if (one === undefined) Reflect.deleteProperty(value, name);
  return value;
}
