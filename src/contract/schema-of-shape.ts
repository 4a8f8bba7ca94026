import * as z from 'zod/mini';
import type { AnswerShape, ListShape, Shape, TextShape } from './answer-shape.js';
import { isRealDate, isoForm } from './date.js';
import { isMet } from './rule.js';
import { tidied } from './text.js';

/** The schema of a shape, for the API and its description; finds what `readShape` finds. No page needs it. */
export function schemaOf<Value>(shape: Shape & { readonly of?: Value }): z.ZodMiniType<Value>;
export function schemaOf(shape: Shape): z.ZodMiniType {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape);
    case 'date':
      return z
        .string(shape.wrong)
        .check(z.regex(isoForm, shape.wrong), z.refine(isRealDate, shape.wrong));
    case 'choice':
      return z.enum(shape.values, shape.wrong);
    case 'list':
      return listSchema(shape);
    case 'answer':
      return answerSchema(shape);
  }
}

function textSchema({ tidy, min, max, pattern, missing, long, wrong }: TextShape): z.ZodMiniType {
  const most = max === undefined ? [] : [z.maxLength(max, long)];
  const tidyUp = tidy ? [z.overwrite((typed: string) => tidied(typed, tidy))] : [];
  return z.string(missing).check(
    // A postcode or a reference in its usual form is short, whatever else was typed.
    ...(tidy === 'text' ? [...tidyUp, ...most] : [...most, ...tidyUp]),
    ...(min === undefined ? [] : [z.minLength(min, missing)]),
    ...(pattern ? [z.regex(pattern, wrong)] : []),
  );
}

function listSchema({ each, min, max, wrong, alone }: ListShape): z.ZodMiniType {
  return z
    .array(schemaOf(each), wrong)
    .check(
      ...(min === undefined ? [] : [z.minLength(min, wrong)]),
      z.maxLength(max, wrong),
      ...(alone
        ? [
            z.refine<readonly unknown[]>(
              (all) => !all.includes(alone[0]) || all.length === 1,
              alone[1],
            ),
          ]
        : []),
    );
}

function answerSchema({ members, rules }: AnswerShape): z.ZodMiniType {
  const schemas = Object.entries(members).map(([name, member]): [string, z.ZodMiniType] => [
    name,
    member.isOptional === true ? z.optional(schemaOf(member)) : schemaOf(member),
  ]);
  return z.strictObject(Object.fromEntries(schemas)).check(
    ...rules.map((rule) =>
      z.refine<Readonly<Record<string, unknown>>>((given) => isMet(rule, given), {
        path: [rule.needs],
        error: rule.missing,
      }),
    ),
  );
}
