/** The log's own key: `NoteSigner` of the transparency log. */
export const NOTE_SIGNER = Symbol('NoteSigner');
