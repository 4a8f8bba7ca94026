const small = /^(and|at|by|de|for|in|le|next|of|on|the|to|under|upon|with)$/;

// Abbreviations without a vowel that are not written in capitals.
const abbreviation = /^(ctr|drs?|hlth|ltd|mrs?|ms|nr|rd|str?)$/;

const initials = /^(gps?|nhs|uk|ii|iii|iv)$/;

/** Converts a name in capitals to the usual spelling; leaves names that already have lower-case letters. */
export function titleCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name;
  let isFirst = true;
  return name.toLowerCase().replace(/[\p{L}\p{N}'’]+/gu, (word) => {
    const written = isFirst ? capital(word) : inside(word);
    isFirst = false;
    return written;
  });
}

const inside = (word: string): string => (small.test(word) ? word : capital(word));

function capital(word: string): string {
  const isShort = word.length <= 4 && !/[aeiouy'’]/.test(word) && !abbreviation.test(word);
  if (isShort || initials.test(word)) return word.toUpperCase();
  // O'Brien, D'Arcy and McKay; not Mary's.
  return word.replace(
    /^(o['’]|d['’]|mc)?(\p{L})/u,
    (_, start: string | undefined, letter: string) =>
      `${start === undefined ? '' : start.charAt(0).toUpperCase() + start.slice(1)}${letter.toUpperCase()}`,
  );
}
