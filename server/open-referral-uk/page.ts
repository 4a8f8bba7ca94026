/** The requested page of a list. */
export interface PageRequest {
  /** Number of the page, starting at 1. */
  readonly page: number;
  readonly perPage: number;
  readonly offset: number;
}

const defaultPerPage = 50;
const maxPerPage = 100;

/** Reads the query parameters `page` and `per_page`; invalid values are replaced by the defaults. */
export function readPageRequest(given: URLSearchParams): PageRequest {
  const whole = (name: string): number | undefined =>
    /^[1-9]\d{0,6}$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined;
  const page = whole('page') ?? 1;
  const perPage = Math.min(whole('per_page') ?? defaultPerPage, maxPerPage);
  return { page, perPage, offset: (page - 1) * perPage };
}

/** Builds a page as Open Referral defines it from its contents and the total number of items in the list. */
export function pageOf(contents: readonly unknown[], total: number, request: PageRequest) {
  const pages = Math.ceil(total / request.perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: request.page,
    size: contents.length,
    first_page: request.page === 1,
    last_page: request.page >= pages,
    empty: contents.length === 0,
    contents,
  };
}
