import { type Place, type Step } from './places';

/** Something that is done to one place of a body. */
export interface Damage {
  readonly name: string;
  /** The JSON text that stands there afterwards, made of the one that stood there. */
  readonly value?: (own: string) => string;
  /** The same of the whole member `key: value`; an empty text takes it out. */
  readonly member?: (key: string, own: string) => string;
  /** Whether what is wrong afterwards stands beside the place. */
  readonly isBeside?: true;
  /** Whether no operation may take it, whatever stands there. */
  readonly isNeverTaken?: true;
}

const LONG = 30_000;
const MANY = 10_000;
/** What some regular expression might take a long time over. */
const REPEATED = ['a', '1', ' ', '.', '-', '(', '@', 'a ', '1.', '肺', '\u0301'];

const becomes = (text: string) => ({ name: text.slice(0, 40), value: () => text });
const string = (text: string) => becomes(JSON.stringify(text));
const never = (damage: Damage): Damage => ({ ...damage, isNeverTaken: true });
/** A value in ever more lists. */
const nested = (levels: number) => (own: string) => '['.repeat(levels) + own + ']'.repeat(levels);
const beside = (more: string): Damage => ({
  isBeside: true,
  name: `beside it ${more}`,
  member: (key: string, own: string) => `${key}:${own},${more}`,
});

/** All that is done to a place of a body. */
const DAMAGES: readonly Damage[] = [
  ...['null', 'true', '7', '0.5', '-1', '[]', '{}', '1e308', '-0'].map(becomes),
  ...['1e999', '-1e999', '[null]', '{"a":{"b":{}}}', '9007199254740993'].map(becomes),
  ...['', '   ', 'x', '7', 'null', '\u202e\u202dgnissim', '\u0440aracetam\u043el', '\u200b', 'Ａ１'].map(
    string,
  ),
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '=HYPERLINK("https://x.example")'].map(
    string,
  ),
  ...['../../etc/passwd', "' or 1=1 --", '${7*7}', '%00', '😷'].map(string),
  never(string('a\u0000b')),
  never(string('half \ud800')),
  never(string('\udc00')),
  never(string('bell\u0007')),
  { name: 'a long text', value: () => JSON.stringify('long '.repeat(LONG / 5)) },
  {
    name: 'a text beyond any limit',
    value: () => JSON.stringify('long '.repeat(250_000)),
    isNeverTaken: true,
  },
  ...REPEATED.map((piece) => ({
    name: `${JSON.stringify(piece)} again and again`,
    value: () => JSON.stringify(`${piece.repeat(20_000 / piece.length)}!`),
  })),
  { name: 'many of it', value: (own) => `[${`${own},`.repeat(MANY)}${own}]` },
  { name: 'a list of it', value: nested(1) },
  never({ name: 'deep in lists', value: nested(100) }),
  never({ name: 'very deep in lists', value: nested(100_000) }),
  never({ name: 'deep in objects', value: (own) => `${'{"a":'.repeat(80)}${own}${'}'.repeat(80)}` }),
  never(becomes('{"__proto__":{"isAdmin":true}}')),
  never(becomes('{"\\u005f_proto__":{"isAdmin":true}}')),
  never(becomes('{"constructor":{"prototype":{"isAdmin":true}}}')),
  never(beside('"__proto__":{"isAdmin":true}')),
  beside('"unheardOf":1'),
  { name: 'taken out', member: () => '' },
  never({ name: 'given twice', member: (key, own) => `${key}:${own},${key}:${own}` }),
];

/** What can be done to a place: nothing is a member of a list. */
export const damagesOf = ({ path }: Place): readonly Damage[] =>
  typeof path.at(-1) === 'string' ? DAMAGES : DAMAGES.filter(({ member }) => member === undefined);

/** A body as JSON text with one place damaged. */
export function damagedText({ body, path }: Place, { value, member }: Damage): string {
  const write = (within: unknown, [step, ...rest]: readonly Step[]): string => {
    if (step === undefined) return value?.(JSON.stringify(within)) ?? JSON.stringify(within);
    if (Array.isArray(within))
      return `[${within.map((each, index) => (index === step ? write(each, rest) : JSON.stringify(each))).join()}]`;
    const members = Object.entries(within as object).map(([key, each]) => {
      const name = JSON.stringify(key);
      if (key !== step) return `${name}:${JSON.stringify(each)}`;
      if (rest.length === 0 && member !== undefined) return member(name, JSON.stringify(each));
      return `${name}:${write(each, rest)}`;
    });
    return `{${members.filter((each) => each !== '').join()}}`;
  };
  return write(body, path);
}
