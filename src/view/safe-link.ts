/** An address that may stand in a link: http(s), mail or phone. Whatever else a feed says is no link. */
export const safeLink = (url: string | undefined): string | undefined =>
  url !== undefined && /^(https?:\/\/|mailto:|tel:)/i.test(url) ? url : undefined;
