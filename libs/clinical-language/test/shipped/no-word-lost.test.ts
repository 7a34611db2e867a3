import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vocabularyOf } from '@openrounds/knowledge';
import * as fc from 'fast-check';
import { FULL } from '@openrounds/testing';
import { shippedBundle, shippedVocabulary } from '../../../../test/support/shipped';
import { contentPositions } from '../../src/conclude/unmatched';
import { concludeText } from '../../src/conclude/conclude-text';
import { readSentences } from '../../src/read-case';
import { readYaml } from '../read-yaml';

const FIRST_CONTACT = join(__dirname, '../../test-sets/first-contact/round-1');
const LEXICON = join(__dirname, '../../lexicon');

const VOCABULARY = vocabularyOf(shippedBundle());
const COMPILED = shippedVocabulary();

interface Placed {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/**
 * The words of content that are in no finding, no value, not unmatched, not set aside, neither steer nor tell the person
 * or the time. One Chinese character by itself is no word of content.
 */
function lostIn(text: string): string[] {
  const read = readSentences(text, undefined, COMPILED);
  const { reading, demographics, sentences } = read;
  const { findings, labs, unmatched, setAside } = concludeText(read, COMPILED);
  const told: Placed[] = [...findings, ...labs].flatMap(({ source }) => source ?? []);
  const shown = [...told, ...unmatched, ...setAside];
  const isShown = (position: number): boolean => {
    const { start, end } = reading.quote(position, position + 1);
    return shown.some((span) => (span.start ?? end) < end && start < (span.end ?? 0));
  };
  return sentences.flatMap(({ sentence, steering }) => {
    const lost = contentPositions(reading.tokens, sentence).filter(
      (at) => !steering.has(at) && !demographics.tokens.has(at) && !isShown(at),
    );
    return lost
      .filter((at) => reading.tokens[at]?.kind === 'word' || lost.includes(at - 1) || lost.includes(at + 1))
      .map((at) => reading.quote(at, at + 1).quote);
  });
}

const texts = (set: string): { id: string; text: string }[] =>
  readFileSync(join(FIRST_CONTACT, `${set}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; text: string });

describe('of the texts of strangers', () => {
  it.each(['cases', 'sentences', 'identifiers'])('no word of content is lost: %s', (set) => {
    const told = texts(set).filter((_, place) => FULL || place % 4 === 0);
    const lost = told.flatMap(({ id, text }) => lostIn(text).map((word) => `${id}: ${word}`));
    expect(lost).toEqual([]);
  });
});

type Language = 'en' | 'zh';

const cues = (language: Language): string[] =>
  (readYaml(join(LEXICON, language, 'cues.yaml')) as { words: unknown[] }[]).flatMap(({ words }) =>
    words.map(String),
  );

const wordings = (language: Language): string[] =>
  VOCABULARY.findings.flatMap(({ name, synonyms }) => [name[language], ...(synonyms?.[language] ?? [])]);

const OTHER = {
  en: [
    'the glimmering teapot',
    'at the weir',
    'sodium 128',
    'temp 39.2',
    'CRP 210 mg/L',
    'for three days',
    'his wife',
    '42-year-old man',
    'gloop',
  ],
  zh: ['紫檀茶壶', '血钠128', '体温39.2', '三天', '他爱人', '男，42岁', '蝴蝶', '肌酐210μmol/L'],
};

const JOINTS = {
  en: [' ', ' ', ', ', '. ', '; ', ' and ', ' but ', '\n', ': ', ' (', ') '],
  zh: ['', '', '，', '。', '、', '；', '和', '\n', '：', '（', '）'],
};

/** Sentences put together from cues, concepts and words that nobody knows, with and without marks between them. */
const madeText = (language: Language): fc.Arbitrary<string> => {
  const piece = fc.oneof(
    fc.constantFrom(...cues(language)),
    fc.constantFrom(...wordings(language)),
    fc.constantFrom(...OTHER[language]),
  );
  return fc
    .array(fc.tuple(piece, fc.constantFrom(...JOINTS[language])), { minLength: 1, maxLength: 14 })
    .map((parts) => parts.flat().join(''));
};

describe.each(['en', 'zh'] as const)('of any text that is put together (%s)', (language) => {
  it('no word of content is lost', () => {
    fc.assert(
      fc.property(madeText(language), (text) => {
        expect(lostIn(text)).toEqual([]);
      }),
      { numRuns: 100, seed: 13 },
    );
  });
});
