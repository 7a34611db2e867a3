/** Endings by which a statement and a passage may differ: excludes, excluded, excluding. */
export const ENDING = /(?<=\p{L}{4})(?:ing|ed|e)$/u;

/** Characters that a wording may have and another lack: may, must, who, its. No pair of characters crosses them. */
export const LIGHT = /[可须宜者其]/gu;
