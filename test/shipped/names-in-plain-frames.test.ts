import { toEngineCase } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { FULL } from '@openrounds/testing';
import { shippedBundle, shippedVocabulary } from '../support/shipped';

type Presence = 'present' | 'absent';

/** The plainest ways to say that something is there or not. */
const FRAMES = {
  en: {
    present: ['She reports {}.', 'On examination there was {}.', 'Presents with {}.', 'A man of 40 with {}.'],
    absent: [
      'He has no {}.',
      'She denies {}.',
      'There was no {}.',
      'Denies cough or {}.',
      'No cough, {} or rash.',
      'Asked about {}, he said no.',
    ],
  },
  zh: {
    present: ['伴{}。', '查体见{}。', '出现{}。', '咳嗽、{}。'],
    absent: [
      '患者无{}。',
      '否认{}。',
      '没有{}。',
      '无咳嗽、{}。',
      '不伴{}。',
      '至今仍未出现{}。',
      '{}从未出现过。',
      '问及{}，予以否认。',
    ],
  },
} as const;
const OPPOSITE = { present: 'absent', absent: 'present' } as const;

/** Short names without a verb, a mark or a denial of their own fit into every frame. */
const FITS = {
  en: /^(?!.*\b(?:no|not|that|is|are|was|were|has|felt|seen|only|than|does|normal|eats|walks|turned)\b)[A-Za-z -]{4,32}$/i,
  zh: /^(?![无不没未非与产]|.*(?:[阳阴]性|或))[\p{Script=Han}]{2,9}$/u,
};
/** A name in so many of the frames; in the long form in all. */
const STRIDE = FULL ? 1 : 3;

describe('names of findings in plain frames', () => {
  const vocabulary = shippedVocabulary();
  const findings = shippedBundle().findings.filter(
    ({ kind, domain }) => domain === 'binary' && (kind === 'symptom' || kind === 'sign'),
  );
  const saidOf = (id: string, narrative: string): string | undefined =>
    toEngineCase(CaseInput.parse({ narrative }), vocabulary).observed.find(
      ({ findingId }) => findingId === id,
    )?.presence;
  /** The frames in which a name says the opposite. */
  const inverted = (language: 'en' | 'zh', meant: Presence): string[] =>
    findings
      .filter(({ name }) => FITS[language].test(name[language]))
      .flatMap(({ id, name }, index) => {
        const written = language === 'en' ? name.en.toLowerCase() : name.zh;
        return FRAMES[language][meant]
          .filter((_, frame) => (index + frame) % STRIDE === 0)
          .map((frame) => frame.replace('{}', written))
          .filter((text) => saidOf(id, text) === OPPOSITE[meant]);
      });

  it.each([
    ['en', 'present'],
    ['en', 'absent'],
    ['zh', 'present'],
    ['zh', 'absent'],
  ] as const)('are read as they are said (%s, %s)', (language, meant) => {
    expect(inverted(language, meant)).toEqual([]);
  });
});
