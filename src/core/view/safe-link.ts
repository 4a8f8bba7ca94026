/** An address if it is safe in a link: http(s), mailto or tel; other schemes in a feed are not linked. */
export const safeLink = (url: string | undefined): string | undefined =>
  url !== undefined && /^(https?:\/\/|mailto:|tel:)/i.test(url) ? url : undefined;
