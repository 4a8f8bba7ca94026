/** An address as it may stand in messages and logs: without user, password and whatever key its query may hold. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { origin, pathname, searchParams } = new URL(address);
  const page = searchParams.get('page');
  return `${origin}${pathname}${page !== null && /^\d{1,6}$/.test(page) ? `?page=${page}` : ''}`;
}
