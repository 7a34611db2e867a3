/** What is typed into a form, line by line. */
export type Typed<Line extends string> = Readonly<Record<Line, string>>;

/** The line of a form that a refusal points at, or into. */
export const lineAt = <Line extends string>(lines: readonly Line[], pointer: string): Line | undefined =>
  lines.find((line) => pointer === `/${line}` || pointer.startsWith(`/${line}/`));

export const emptyLines = <Line extends string>(lines: readonly Line[]): Typed<Line> =>
  Object.fromEntries(lines.map((line) => [line, ''])) as Record<Line, string>;

/** What was typed without the blanks around it. */
export const trimmed = <Line extends string>(typed: Typed<Line>): Typed<Line> =>
  Object.fromEntries(Object.entries<string>(typed).map(([line, value]) => [line, value.trim()])) as Record<
    Line,
    string
  >;

/** Several words of one line, with blanks or commas between them. */
export const words = (line: string): string[] => line.split(/[\s,]+/).filter((word) => word !== '');
