interface Named {
  readonly name: { readonly en: string; readonly zh: string };
  readonly synonyms?: readonly string[] | { readonly en: readonly string[]; readonly zh: readonly string[] };
}

/** Entries whose name or synonym, in either language, holds what was typed. */
export const holding = <T extends Named>(entries: readonly T[], query: string | undefined): readonly T[] => {
  const wanted = query?.trim().toLowerCase() ?? '';
  if (wanted === '') return entries;
  return entries.filter((entry) => wordsOf(entry).some((text) => text.toLowerCase().includes(wanted)));
};

const wordsOf = ({ name, synonyms = [] }: Named): readonly string[] => [
  name.en,
  name.zh,
  ...('en' in synonyms ? [...synonyms.en, ...synonyms.zh] : synonyms),
];
