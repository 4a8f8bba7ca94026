const odd: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  12345678901234567890,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  'a'.repeat(5000),
  '__proto__',
  "'; drop table referral; --",
  '{{7*7}}',
  '%00',
  '2026-02-30',
  '9999-99-99',
  [],
  {},
  [[]],
  [null],
  ['share', 'share'],
  { toString: 1 },
  Object.fromEntries([['constructor', {}]]),
];

/** Creates a function that replaces parts of a value by invalid ones, the same in every run. */
export function spoiler() {
  let state = 20_261_122;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };

  /** Replaces one or several parts of a value by invalid ones. */
  const spoil = (value: unknown): unknown => {
    const inner: readonly unknown[] = Array.isArray(value) ? value : [];
    if (random(4) === 0) return odd[random(odd.length)];
    if (Array.isArray(value)) return inner.map((one) => (random(3) === 0 ? spoil(one) : one));
    if (typeof value !== 'object' || value === null)
      return random(3) === 0 ? odd[random(odd.length)] : value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      random(3) === 0 ? spoil(inner) : inner,
    ]);
    return Object.fromEntries(
      random(5) === 0 ? [...entries, [`extra${random(9)}`, odd[random(odd.length)]]] : entries,
    );
  };

  return { random, spoil };
}
