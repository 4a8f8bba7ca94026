/**
 * What was measured before the budgets of docs/decisions/sizes.md, for `npm run bench` to print beside what it
 * measures: sizes in English, in bytes after brotli, and times on a virtual machine with two shared processors.
 */
export const earlierSizes: Readonly<Record<string, number>> = {
  entry: 687,
  'button, untouched': 8_380,
  'form for oneself': 31_969,
  'form for professionals': 36_155,
  finder: 29_808,
  list: 26_872,
  status: 36_125,
  suggestion: 37_322,
  menu: 10_487,
  about: 9_659,
  'map of the finder': 38_341,
};

/** What a person with a slow phone felt, from several runs, by the name of the measurement. */
export const earlierTimes: Readonly<Record<string, string>> = {
  'a key, median, ms': '25–33',
  'a key, 95 of 100, ms': '36–52',
  'a filter, median, ms': '20–26',
  'a filter, 95 of 100, ms': '25–37',
  'cumulative layout shift': '0',
  'heap, % more': '0.0',
  'nodes, attached and not, more': '0',
  'listeners, more': '0',
};

/** How long searches took in a directory of so many activities. */
export const earlierSearches: Readonly<Record<number, string>> = {
  1_000: 'import 475 a second, first 158 ms, new p50 36 and p95 76 ms, usual p50 7 and p95 23 ms',
  2_000:
    'import 586 a second, first 142 ms, new p50 5.3 and p95 12.3 ms, usual p50 1.0 and p95 5.3 ms',
  10_000: 'import 555 a second, first 144 ms, new p50 35 and p95 63 ms, usual p50 9 and p95 24 ms',
  100_000:
    'import 555 a second, first 557 ms, new p50 73 and p95 152 ms, usual p50 21 and p95 47 ms',
  1_000_000:
    'import 408 a second, first 4.4 s, new p50 556 and p95 1,021 ms, usual p50 232 and p95 615 ms',
};
