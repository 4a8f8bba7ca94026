// What an answer looks like, as data and without a schema library: `read-shape.ts` reads answers by it on both
// sides, and `schema-of-shape.ts` makes of it what the API promises.

interface Base<Value> {
  /** May be absent. */
  readonly isOptional?: true;
  /** The type of what has the shape; never there. */
  readonly of?: Value;
}

/** Text. Lengths count characters (code points). */
export interface TextShape extends Base<string> {
  readonly kind: 'text';
  /** How it is tidied up before it is looked at; not at all where nobody types it. */
  readonly tidy?: 'text' | 'postcode' | 'reference';
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  /** The issues: when it is too short or no text, too long, and not as the pattern says. */
  readonly missing: string;
  readonly long: string;
  readonly wrong: string;
}

/** A date that is in the calendar, `YYYY-MM-DD`. */
export interface DateShape extends Base<string> {
  readonly kind: 'date';
  readonly wrong: string;
}

/** One of some values. */
export interface ChoiceShape<Value = unknown> extends Base<Value> {
  readonly kind: 'choice';
  readonly values: readonly string[];
  readonly wrong: string;
}

/** A list of texts or values. */
export interface ListShape<Value = unknown> extends Base<Value> {
  readonly kind: 'list';
  readonly each: TextShape | ChoiceShape;
  readonly min?: number;
  readonly max: number;
  /** The issue when it is too short, too long or no list. */
  readonly wrong: string;
  /** A value that excludes all others, and the issue when it does not. */
  readonly alone?: readonly [value: string, clash: string];
}

/** Members, and no others. */
export interface AnswerShape<Value = unknown> extends Base<Value> {
  readonly kind: 'answer';
  readonly members: Readonly<Record<string, Shape>>;
  readonly rules: readonly Rule[];
}

/** Any shape. */
export type Shape = TextShape | DateShape | ChoiceShape | ListShape | AnswerShape;

/** A member that must be given: unless another one is, or only where another one has a value. */
export interface Rule<Name extends string = string> {
  readonly needs: Name;
  readonly unless?: Name;
  readonly where?: readonly [name: Name, value: string];
  /** The issue of that member when it is not given. */
  readonly missing: string;
}

/** The type of what has a shape. */
export type Shaped<One> = One extends { readonly of?: infer Value } ? Value : never;

type Optional = { readonly isOptional: true };

/** The type of an answer with these members. */
export type AnswerOf<Members> = {
  readonly [Name in keyof Members as Members[Name] extends Optional ? never : Name]: Shaped<
    Members[Name]
  >;
} & {
  readonly [Name in keyof Members as Members[Name] extends Optional ? Name : never]?:
    Shaped<Members[Name]> | undefined;
};

/**
 * Text that a person types, from 1 to `max` characters. Issues are `<key>.missing`, `<key>.long` and `<key>.shape`;
 * `missing` has another name for text that nobody has to give, because a page leaves it out when it is empty.
 */
export const text = (
  key: string,
  max: number,
  more: Partial<Pick<TextShape, 'missing' | 'pattern'>> = {},
): TextShape => ({
  kind: 'text',
  tidy: 'text',
  min: 1,
  max,
  missing: `${key}.missing`,
  long: `${key}.long`,
  wrong: `${key}.shape`,
  ...more,
});

/** A full UK postcode in the usual form, such as `SW1A 1AA`; accepts any way of typing it. */
export const postcode: TextShape = {
  ...text('place.postcode', 20, { pattern: /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/ }),
  tidy: 'postcode',
  long: 'place.postcode.shape',
};

const unnamed = 'field.shape';

/** Text that nobody types, such as the id of a choice; the one issue is `wrong`. */
export const id = (limits: Pick<TextShape, 'max' | 'pattern'>, wrong = unnamed): TextShape => ({
  kind: 'text',
  missing: wrong,
  long: wrong,
  wrong,
  ...limits,
});

/** A real date; the one issue is `wrong`. */
export const date = (wrong: string): DateShape => ({ kind: 'date', wrong });

/** One of these values; the one issue is `wrong`. */
export const oneOf = <const Value extends string>(
  values: readonly Value[],
  wrong = unnamed,
): ChoiceShape<Value> => ({ kind: 'choice', values, wrong });

/** A list of at most `max`; possibly empty, unless it says. */
export const list = <Value>(
  each: (TextShape | ChoiceShape) & { readonly of?: Value },
  max: number,
  more: Partial<Pick<ListShape, 'min' | 'wrong' | 'alone'>> = {},
): ListShape<readonly Value[]> => ({
  kind: 'list',
  each,
  max,
  wrong: unnamed,
  ...more,
});

/** An answer with these members and no others, and what they need of each other. */
export const answer = <const Members extends Readonly<Record<string, Shape>>>(
  members: Members,
  ...rules: readonly Rule<keyof Members & string>[]
): AnswerShape<AnswerOf<Members>> => ({ kind: 'answer', members, rules });

/** A member that may be absent. */
export const optional = <One extends Shape>(shape: One): One & Optional => ({
  ...shape,
  isOptional: true,
});
