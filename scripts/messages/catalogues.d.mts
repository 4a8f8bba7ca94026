/** A language that people can choose. */
export interface ListedLanguage {
  readonly tag: string;
  readonly name: string;
  readonly isReviewed: boolean;
}
/** Messages by key. */
export type Messages = Readonly<Record<string, string>>;
/** The language that every other is made from. */
export const sourceLanguage: string;
/** A made-up language with accents and long words. */
export const pseudoLanguage: string;
/** Address of the file with the words of a part in a language. */
export function addressOf(part: string, language: string): URL;
/** Every language that we have. */
export function readLanguages(): Promise<readonly ListedLanguage[]>;
/** Every part of the words. */
export function readParts(): Promise<readonly string[]>;
/** The words of a part by key. */
export function readCatalogue(part: string, language: string): Promise<Messages>;
/** Throws an Error that lists all that is wrong with the words of a part in a language. */
export function checkCatalogue(
  part: string,
  language: string,
  catalogue: Messages,
  english: Messages,
): void;
/** The text of a catalogue's file, laid out like the English one. */
export function writtenLike(englishText: string, catalogue: Messages): string;
/** An English message as if in a language of long words with accents. */
export function pseudo(message: string): string;
