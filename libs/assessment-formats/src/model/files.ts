/** Files of an export by their paths; texts are UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;
