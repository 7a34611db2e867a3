import IntlMessageFormat from 'intl-messageformat';
import en from './en.json';
import lectureEn from './lecture.en.json';
import lectureZh from './lecture.zh.json';
import phoneEn from './phone.en.json';
import phoneZh from './phone.zh.json';
import zh from './zh.json';

interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** The parser's mark of plain text between arguments. */
const LITERAL = 0;

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the arguments a message takes, plural and select branches included. */
function argumentsOf(ast: Ast): string[] {
  const names = ast.flatMap((element) => {
    const own = 'value' in element && element.type !== LITERAL ? [element.value] : [];
    const branches =
      'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [...own, ...branches];
  });
  return [...new Set(names)].toSorted();
}

const CATALOGUES = [
  { name: 'console', english: flatten(en), chinese: flatten(zh) },
  { name: 'lecture', english: flatten(lectureEn), chinese: flatten(lectureZh) },
  { name: 'phone', english: flatten(phoneEn), chinese: flatten(phoneZh) },
];

describe.each(CATALOGUES)('the catalogue of the $name', ({ english, chinese }) => {
  it('has the same keys in both languages', () => {
    expect([...chinese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it.each([...english])('%s takes the same arguments in both languages', (key, message) => {
    const inEnglish = argumentsOf(new IntlMessageFormat(message, 'en').getAst());
    const inChinese = argumentsOf(new IntlMessageFormat(chinese.get(key) ?? '', 'zh').getAst());
    expect(inChinese).toEqual(inEnglish);
  });

  it('leaves no message empty', () => {
    const empty = [...english, ...chinese].filter(([, message]) => message.trim() === '');
    expect(empty).toEqual([]);
  });

  it('writes Chinese with full-width punctuation', () => {
    const halfWidth = [...chinese].filter(([, message]) =>
      /\p{Script=Han}[,;:?!()]|\p{Script=Han}\.(?!\d)/u.test(message),
    );
    expect(halfWidth.map(([key]) => key)).toEqual([]);
  });
});
