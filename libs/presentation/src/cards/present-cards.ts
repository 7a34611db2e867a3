import { type CodedAnswer, type CodedDisease, type Language, type Versions } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { SUFFICIENCY } from '../messages/catalogue';
import { listed, percent } from '../messages/message';
import { namesOf, type Names } from '../run/names';
import { type CardText, detailOf, plain, shortened, summaryOf } from './card-text';
import { CARD_TEXTS, CARD_WORDS } from './card-words';

/** What cards are made of: an answer in codes, and the knowledge it was made with. */
export interface CardSource {
  readonly answer: CodedAnswer;
  readonly bundle: KnowledgeBundle;
  readonly versions: Versions;
  readonly language: Language;
}

/** Laboratory orders as the knowledge sees them. */
export interface CardOrders {
  /** Tests that were ordered, with the information expected of each in bits. */
  readonly tests: readonly { readonly testId: string; readonly bits: number }[];
  /** LOINC codes that the knowledge does not hold. */
  readonly unknown: readonly string[];
}

const LEADING = 5;

/** The list, what must not be missed, and whether too little is known: at most three. */
export function differentialCards(source: CardSource): CardText[] {
  const { answer, language } = source;
  const names = namesOf(source.bundle, language);
  const words = CARD_TEXTS[language];
  const leading = answer.differential.slice(0, LEADING);
  const said = leading.map(
    ({ diseaseId, probability }) => `${names.disease(diseaseId)} ${percent(probability, language)}`,
  );
  const list: CardText = {
    summary: summaryOf(said, words.between, CARD_WORDS.leading[language]),
    detail: detailOf(
      leading.map((disease) => diseaseLine(disease, names)),
      source.versions,
      language,
    ),
    indicator: 'info',
  };
  return [
    ...(leading.length === 0 ? [] : [list]),
    ...dangerCard(source, dangersOf(answer), CARD_WORDS.mustNotMiss[language]),
    ...tooLittleCard(source),
  ];
}

/** What the ordered tests could tell, and one that would tell more. */
export function orderCards(source: CardSource, { tests, unknown }: CardOrders): CardText[] {
  const { answer, language, versions, bundle } = source;
  if (tests.length === 0 && unknown.length === 0) return [];
  const names = namesOf(bundle, language);
  const words = CARD_TEXTS[language];
  const inBits = (bits: number): string => words.bits(bits.toFixed(2));
  const byBits = [...tests].sort((a, b) => b.bits - a.bits);
  const most = byBits[0]?.bits ?? 0;
  const ordered = new Set(tests.map(({ testId }) => testId));
  const better = answer.nextTests.find(
    ({ testId, expectedInformationGain }) => !ordered.has(testId) && expectedInformationGain > most,
  );
  const told = byBits.map(({ testId, bits }) => `${names.test(testId)} ${inBits(bits)}`);
  const lines = [...told.map(plain), ...unknown.map(words.unknownOrder)];
  const more = better && `${names.test(better.testId)} ${inBits(better.expectedInformationGain)}`;
  return [
    {
      summary:
        told.length === 0
          ? words.unknownOrders
          : summaryOf(told, words.between, CARD_WORDS.ordersTell[language]),
      detail: detailOf(
        lines.map((line) => `- ${line}`),
        versions,
        language,
      ),
      indicator: 'info',
    },
    ...(more === undefined
      ? []
      : [
          {
            summary: shortened(CARD_WORDS.tellsMore[language](more)),
            detail: detailOf([`- ${plain(more)}`], versions, language),
            indicator: 'info' as const,
          },
        ]),
  ];
}

/** Dangerous diagnoses that neither the record excludes nor the results that were ordered could. */
export function beforeSigningCards(source: CardSource, orderedFindings: ReadonlySet<string>): CardText[] {
  const open = dangersOf(source.answer).filter(
    ({ wouldExclude }) => !wouldExclude.some((findingId) => orderedFindings.has(findingId)),
  );
  return dangerCard(source, open, CARD_WORDS.notExcluded[source.language]);
}

/** Said where there was no answer in time: silence would be read as "nothing found". */
export function lateCard(versions: Versions, language: Language): CardText {
  const { late, lateDetail } = CARD_TEXTS[language];
  return { summary: late, detail: detailOf([lateDetail], versions, language), indicator: 'info' };
}

type Danger = CodedAnswer['mustNotMiss'][number];

const dangersOf = ({ mustNotMiss }: CodedAnswer): Danger[] =>
  mustNotMiss.filter(({ excludedBy }) => excludedBy === undefined);

function dangerCard(
  { bundle, language, versions }: CardSource,
  dangers: readonly Danger[],
  sentence: (names: string) => string,
): CardText[] {
  if (dangers.length === 0) return [];
  const names = namesOf(bundle, language);
  const words = CARD_TEXTS[language];
  const lines = dangers.map(({ diseaseId, probability, wouldExclude }) => {
    const said = `- **${plain(names.disease(diseaseId))}** ${percent(probability, language)}`;
    if (wouldExclude.length === 0) return said;
    const excluding = wouldExclude.map((id) => plain(names.finding(id)));
    return [said, words.excludedBy(listed(excluding, language))].join(words.between);
  });
  const called = dangers.map(({ diseaseId }) => names.disease(diseaseId));
  return [
    {
      summary: summaryOf(called, words.between, sentence),
      detail: detailOf(lines, versions, language),
      indicator: 'warning',
    },
  ];
}

function tooLittleCard({ answer, language, versions }: CardSource): CardText[] {
  if (answer.sufficiency.level !== 'too-little') return [];
  const reasons = answer.sufficiency.reasons.flatMap(({ code, params }) => {
    const numbers = Object.entries(params).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    );
    return SUFFICIENCY[code]?.[language](Object.fromEntries(numbers)) ?? [];
  });
  const { tooLittle } = CARD_TEXTS[language];
  return [
    {
      summary: tooLittle,
      detail: detailOf(
        reasons.map((reason) => `- ${reason}`),
        versions,
        language,
      ),
      indicator: 'info',
    },
  ];
}

/** A diagnosis with its probability and the strongest finding for and against it. */
function diseaseLine(
  { rank, diseaseId, probability, evidence, summary }: CodedDisease,
  names: Names,
): string {
  const { language } = names;
  const words = CARD_TEXTS[language];
  const said = (findingId: string | undefined, side: string): string[] => {
    if (findingId === undefined) return [];
    const seen = evidence.find((each) => each.findingId === findingId);
    const name = names.finding(findingId);
    const told =
      seen?.state === undefined
        ? seen?.presence === 'absent'
          ? words.absent(name)
          : name
        : `${name} (${names.state(findingId, seen.state)})`;
    return [`${side}: ${plain(told)}`];
  };
  const sides = [...said(summary.for[0], words.for), ...said(summary.against[0], words.against)];
  const head = `${String(rank)}. **${plain(names.disease(diseaseId))}** ${percent(probability, language)}`;
  return [head, ...sides].join(words.between);
}
