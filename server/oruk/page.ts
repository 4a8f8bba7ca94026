/** A page of a list as Open Referral writes it. */
export interface Page {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly unknown[];
}

/** Which page is asked for. */
export interface Wanted {
  /** Counted from 1. */
  readonly page: number;
  readonly perPage: number;
  readonly offset: number;
}

const usual = 50;
const most = 100;

/** Reads `page` and `per_page`; what makes no sense is taken for the usual. */
export function wantedPage(given: URLSearchParams): Wanted {
  const whole = (name: string): number | undefined =>
    /^[1-9]\d{0,6}$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined;
  const page = whole('page') ?? 1;
  const perPage = Math.min(whole('per_page') ?? usual, most);
  return { page, perPage, offset: (page - 1) * perPage };
}

/** Puts a page together. */
export function pageOf(contents: readonly unknown[], total: number, wanted: Wanted): Page {
  const pages = Math.ceil(total / wanted.perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: wanted.page,
    size: contents.length,
    first_page: wanted.page === 1,
    last_page: wanted.page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
