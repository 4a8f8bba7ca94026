// The types of files that Vite loads and that are not modules.
declare module '*.csv?raw' {
  const text: string;
  export default text;
}
declare module '*.css';

interface ImportMeta {
  /** Loads the files that match a pattern, each on demand. */
  glob<Content>(
    pattern: string,
    options: { readonly import: 'default' },
  ): Readonly<Record<string, () => Promise<Content>>>;
}
