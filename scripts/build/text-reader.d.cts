export declare function readerOf(
  exported: Readonly<Record<string, string | Readonly<Record<string, string>>>>,
): {
  code: string;
  name: string;
  content: Buffer;
};
