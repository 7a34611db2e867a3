type Text = Readonly<Partial<Record<'en' | 'zh', string | undefined>>>;

const isText = (value: object): value is Text =>
  Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'en' || key === 'zh');

/** Changes every text of a part of a case, or of a question about it: wherever something is said in English or Chinese, and nowhere else. */
function mapTexts(part: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(part)) return part.map((each) => mapTexts(each, change));
  if (typeof part !== 'object' || part === null) return part;
  const inner = isText(part)
    ? (value: unknown) => (typeof value === 'string' ? change(value) : value)
    : (value: unknown) => mapTexts(value, change);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, inner(value)]));
}

/** Every text that people wrote. Findings are ids and their states: no words. */
export function textsOf(body: unknown): string[] {
  const texts: string[] = [];
  mapTexts(body, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/** The same with every text changed. */
export const withTexts = <T>(body: T, change: (text: string) => string): T => mapTexts(body, change) as T;
