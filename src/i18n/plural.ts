/** The forms of a message by plural category, such as `one` and `few`, or by the number itself. */
type Forms = Readonly<Record<string, string>>;

/** Chooses the form that belongs to a number, by the rules of a language (BCP 47). */
export function pluralIn(language: string): (count: number, forms: Forms) => string {
  // Made when the first number comes: most words of a page have none.
  let rules: Intl.PluralRules | undefined;
  return (count, forms) =>
    forms[count] ?? forms[(rules ??= new Intl.PluralRules(language)).select(count)] ?? '';
}
