import { isRecord } from '../shared/record.js';

/**
 * A shape as data: the name of a type, or a pattern, which starts with `^`; a list of one shape; or an object, whose
 * `name?` may be absent and which has any names where it has the one name `*`.
 */
type Plain = string | readonly [Plain] | { readonly [name: string]: Plain };

/** A shape, with the type of what has it. */
export type Shape<Value> = Plain & { readonly of?: Value };

const isList = (shape: Plain): shape is readonly [Plain] => Array.isArray(shape);

function isLike(shape: Plain, value: unknown): boolean {
  if (typeof shape === 'string')
    return shape.startsWith('^')
      ? typeof value === 'string' && new RegExp(shape).test(value)
      : typeof value === shape;
  if (isList(shape)) return Array.isArray(value) && value.every((one) => isLike(shape[0], one));
  return (
    isRecord(value) &&
    Object.entries(shape).every(([name, inner]) => {
      if (name === '*') return Object.values(value).every((one) => isLike(inner, one));
      const member = value[name.replace('?', '')];
      return member === undefined ? name.endsWith('?') : isLike(inner, member);
    })
  );
}

/** Whether a value has a shape. Members that the shape does not name are tolerated. */
export const fits = <Value>(shape: Shape<Value>, value: unknown): value is Value =>
  isLike(shape, value);
