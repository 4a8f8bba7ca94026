/** An address for messages and logs, without user, password and any query but the page: a query may contain a key. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname, searchParams } = new URL(address);
  const page = searchParams.get('page');
  return `${origin}${pathname}${page !== null && /^\d{1,6}$/.test(page) ? `?page=${page}` : ''}`;
}
