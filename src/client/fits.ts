import { isRecord } from '../shared/record.js';

/** A shape as data: text, number, truth; a pattern, a choice, a list, a record; or an object, whose `name?` may be absent. */
type Plain =
  | 's'
  | 'n'
  | 'b'
  | readonly ['a', Plain]
  | readonly ['r', Plain]
  | readonly ['p' | 'e', ...(readonly string[])]
  | { readonly [name: string]: Plain };

/** A shape, with the type of what has it. */
export type Shape<Value> = Plain & { readonly of?: Value };

const types: Readonly<Record<string, string>> = { s: 'string', n: 'number', b: 'boolean' };

const isList = (shape: Plain): shape is Extract<Plain, readonly unknown[]> => Array.isArray(shape);

function isLike(shape: Plain, value: unknown): boolean {
  if (typeof shape === 'string') return typeof value === types[shape];
  if (!isList(shape))
    return (
      isRecord(value) &&
      Object.entries(shape).every(([name, inner]) => {
        const member = value[name.replace('?', '')];
        return member === undefined ? name.endsWith('?') : isLike(inner, member);
      })
    );
  switch (shape[0]) {
    case 'a': {
      const [, inner] = shape;
      return Array.isArray(value) && value.every((one) => isLike(inner, one));
    }
    case 'r': {
      const [, inner] = shape;
      return isRecord(value) && Object.values(value).every((one) => isLike(inner, one));
    }
    default: {
      const [kind, ...choices] = shape;
      if (typeof value !== 'string') return false;
      return kind === 'p' ? new RegExp(choices[0] ?? '').test(value) : choices.includes(value);
    }
  }
}

/** Whether a value has a shape. Members that the shape does not name are tolerated. */
export const fits = <Value>(shape: Shape<Value>, value: unknown): value is Value =>
  isLike(shape, value);
