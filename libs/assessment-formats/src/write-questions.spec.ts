import { parseDocument, DomUtils } from 'htmlparser2';
import { HOSTILE, ITEMS, RICH } from '../test/items.fixture';
import { writeQuestions } from './write-questions';

const ALL = Object.values(ITEMS);
const textOf = (content: unknown) => String(content);
const treeOf = (xml: unknown) => parseDocument(textOf(xml), { xmlMode: true });
const named = (tree: ReturnType<typeof treeOf>, name: string) => DomUtils.getElementsByTagName(name, tree);
const valueOf = (element: Parameters<typeof DomUtils.getAttributeValue>[0] | undefined, name: string) =>
  element === undefined ? undefined : DomUtils.getAttributeValue(element, name);

describe.each([
  ['qti3', 'qti-', (name: string) => name.replace(/[A-Z]/g, (each) => `-${each.toLowerCase()}`)],
  ['qti21', '', (name: string) => name],
] as const)('a package of %s', (format, prefix, spelling) => {
  const { files, written, losses } = writeQuestions([...ALL, RICH], format, 'en');
  const q = (name: string) => `${prefix}${spelling(name)}`;
  const item = (id: string) => treeOf(files[`items/${id}.xml`]);

  it('holds every question in both languages, each file named by the manifest', () => {
    expect(written).toBe(8);
    expect(losses.some(({ leftOut }) => leftOut)).toBe(false);
    const manifest = treeOf(files['imsmanifest.xml']);
    const listed = named(manifest, 'file').map((file) => valueOf(file, 'href'));
    expect(new Set(listed)).toEqual(new Set(Object.keys(files).filter((path) => path !== 'imsmanifest.xml')));
    expect(named(manifest, 'resource')).toHaveLength(16);
    expect(DomUtils.textContent(named(manifest, 'rights')[0] ?? [])).toBe('CC BY 4.0; OpenRounds');
  });

  it('scores by the standard templates, and a number by a rule', () => {
    const templates = Object.fromEntries(
      ALL.map(({ id }) => [
        id,
        valueOf(named(item(`${id}-en`), q('responseProcessing'))[0], 'template')?.match(
          /\w+_\w+(?=\.xml$|$)/,
        )?.[0],
      ]),
    );
    expect(templates).toEqual({
      'or-single': 'match_correct',
      'or-several': 'map_response',
      'or-numeric': undefined,
      'or-short': 'map_response',
      'or-matching': 'map_response',
      'or-ordering': 'match_correct',
      'or-differential': undefined,
    });
    expect(valueOf(named(item('or-numeric-en'), q('equal'))[0], spelling('toleranceMode'))).toBe('absolute');
  });

  it('has one right answer, and the reasons where a tutor sees them', () => {
    const tree = item('or-single-zh');
    const [right] = named(tree, q('correctResponse'));
    expect(DomUtils.textContent(right ?? [])).toBe('embolism');
    const options = named(tree, q('simpleChoice')).map((option) => valueOf(option, 'identifier'));
    expect(options).toEqual(['pneumonia', 'embolism', 'hostile']);
    expect(DomUtils.textContent(named(tree, q('rubricBlock'))[0] ?? [])).toContain('肺炎: 疼痛相似。');
  });

  it('says its language and schema by the names that XML has for them', () => {
    const [root] = named(item('or-single-zh'), q('assessmentItem'));
    expect(valueOf(root, 'xml:lang')).toBe('zh-CN');
    const [namespace = ''] = valueOf(root, 'xsi:schemaLocation')?.split(' ') ?? [];
    expect(namespace).toBe(valueOf(root, 'xmlns'));
  });

  it('holds markup and formulas as text', () => {
    const tree = item('or-single-en');
    expect(named(tree, 'script')).toEqual([]);
    expect(DomUtils.textContent(named(tree, q('simpleChoice'))[2] ?? [])).toBe(HOSTILE);
  });
});

describe('Moodle XML', () => {
  const { files, written } = writeQuestions([...ALL, RICH], 'moodle-xml', 'en');
  const tree = treeOf(files['questions.xml']);
  const questions = named(tree, 'question');
  const byId = (id: string) =>
    questions.find(
      (question) => DomUtils.textContent(DomUtils.getElementsByTagName('idnumber', question)) === id,
    ) ?? [];
  const inside = (id: string, name: string) => DomUtils.getElementsByTagName(name, byId(id));

  it('has a category per language with every question in it', () => {
    expect(written).toBe(8);
    const types = ['multichoice', 'multichoice', 'numerical', 'shortanswer', 'matching', 'ordering', 'essay'];
    const once = ['category', ...types, 'multichoice'];
    expect(questions.map((each) => valueOf(each, 'type'))).toEqual([...once, ...once]);
  });

  it('gives fractions of the list that Moodle has', () => {
    const fractions = (id: string) => inside(id, 'answer').map((answer) => valueOf(answer, 'fraction'));
    expect(fractions('or-single-en')).toEqual(['0', '100', '0']);
    expect(fractions('or-several-en')).toEqual([
      '33.33333',
      '33.33333',
      '33.33333',
      '-33.33333',
      '-33.33333',
    ]);
  });

  it('keeps unit, penalty, hints, pictures and the reasons of pairs', () => {
    expect(DomUtils.textContent(inside('or-numeric-en', 'unit_name'))).toBe('mmol/L');
    expect(DomUtils.textContent(inside('or-rich-en', 'penalty'))).toBe('0.25');
    expect(DomUtils.textContent(inside('or-rich-zh', 'hint'))).toBe('<p>想一想血栓。</p>');
    expect(DomUtils.textContent(inside('or-rich-en', 'file'))).toBe('AQL/');
    expect(DomUtils.textContent(inside('or-matching-en', 'generalfeedback'))).toContain(
      'It hurts the same way.',
    );
    expect(DomUtils.textContent(inside('or-short-en', 'answer'))).toContain('D-dimer\\*');
  });

  it('holds markup as text, within the HTML too', () => {
    expect(named(tree, 'script')).toEqual([]);
    const shown = parseDocument(DomUtils.textContent(inside('or-single-en', 'answer')));
    expect(DomUtils.getElementsByTagName('script', shown)).toEqual([]);
    expect(DomUtils.textContent(shown)).toContain(HOSTILE);
  });
});

it('writes the same bytes again', () => {
  expect(writeQuestions(ALL, 'qti3', 'en')).toEqual(writeQuestions(ALL, 'qti3', 'en'));
});

it('leaves out of a file what XML has no place for', () => {
  const title = { en: 'bell \u0007 and half \uD800 of a pair' };
  const { files } = writeQuestions([{ ...ITEMS.numeric, title }], 'moodle-xml', 'en');
  expect(textOf(files['questions.xml'])).toContain('bell  and half  of a pair');
});
