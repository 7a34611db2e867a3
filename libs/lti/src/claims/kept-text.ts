/** Whether a text can be kept: no database keeps NUL in one. */
export const isKept = (text: string): boolean => !text.includes('\u0000');
