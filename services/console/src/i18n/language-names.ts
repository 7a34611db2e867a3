/** The languages of the product, each by its own name. */
export const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

/** The same to choose from. */
export const LANGUAGE_OPTIONS = (['en', 'zh'] as const).map((value) => ({
  value,
  label: LANGUAGE_NAMES[value],
}));
