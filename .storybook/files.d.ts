// What Vite makes of files that are no modules.
declare module '*.csv?raw' {
  const text: string;
  export default text;
}
declare module '*.css';

interface ImportMeta {
  /** Loads the files of a pattern, each when it is asked for. */
  glob<Content>(
    pattern: string,
    options: { readonly import: 'default' },
  ): Readonly<Record<string, () => Promise<Content>>>;
}
