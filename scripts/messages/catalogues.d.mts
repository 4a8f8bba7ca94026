/** A language that people can choose. */
export interface ListedLanguage {
  readonly tag: string;
  readonly name: string;
  readonly isReviewed: boolean;
}
/** Messages by key. */
export type Messages = Readonly<Record<string, string>>;
/** The language from which all others are translated. */
export const sourceLanguage: string;
/** A pseudo-language with accents and long words. */
export const pseudoLanguage: string;
/** The address of the catalogue of a part in a language. */
export function addressOf(part: string, language: string): URL;
/** Every language with a catalogue. */
export function readLanguages(): Promise<readonly ListedLanguage[]>;
/** Every part with its own catalogue. */
export function readParts(): Promise<readonly string[]>;
/** The messages of a part by key. */
export function readCatalogue(part: string, language: string): Promise<Messages>;
/** Throws an Error that lists every mistake in the messages of a part in a language. */
export function checkCatalogue(
  part: string,
  language: string,
  catalogue: Messages,
  english: Messages,
): void;
/** The text of a catalogue's file in the layout of the English one. */
export function writtenLike(englishText: string, catalogue: Messages): string;
/** An English message in the pseudo-language. */
export function pseudo(message: string): string;
