import { type Evidence, type Language, type NarrationEvidence, type Run } from '@openrounds/contracts';
import { listed, percent } from '../messages/message';
import { EVIDENCE_WORDS } from '../messages/narration';

/** What of an answer in words sentences may rest on. */
export type ToldRanking = Pick<Run, 'differential' | 'mustNotMiss' | 'nextTests' | 'guidelines'>;

/** How much of a run sentences may rest on. */
interface Extent {
  readonly diseases: number;
  readonly linksPerDisease: number;
  readonly dangers: number;
  readonly tests: number;
  readonly passages: number;
}

/** To tell a run; more is read by no small model. */
const TO_TELL: Extent = { diseases: 5, linksPerDisease: 6, dangers: 5, tests: 3, passages: 6 };
/** To answer questions about it, which ask for more than what leads. */
export const TO_ANSWER: Extent = { diseases: 10, linksPerDisease: 6, dangers: 10, tests: 5, passages: 8 };
const LONGEST_PASSAGE = 600;

/**
 * What a narration of a run may rest on: lines with an id each, made of codes, numbers of the answer and passages of the
 * knowledge base. Nothing of the narrative, and no passage of an institution's own documents: these lines go to the model.
 *
 * @param run - in the language of the sentences.
 */
export function narrationEvidence(
  run: ToldRanking,
  language: Language,
  extent = TO_TELL,
): NarrationEvidence[] {
  const words = EVIDENCE_WORDS[language];
  const leading = run.differential.slice(0, extent.diseases);
  const dangers = run.mustNotMiss.slice(0, extent.dangers);
  return [
    ...findingsOf(run).map((row): NarrationEvidence => ({
      id: `finding:${row.findingId}`,
      kind: 'finding',
      text: words.finding(row.name, stateOf(row, language)),
    })),
    ...leading.map(({ diseaseId, name, rank, probability }): NarrationEvidence => ({
      id: `disease:${diseaseId}`,
      kind: 'disease',
      text: words.disease(name, rank, percent(probability, language)),
    })),
    ...leading.flatMap(({ diseaseId, name, evidence }) =>
      strongest(evidence, extent.linksPerDisease).map((row): NarrationEvidence => ({
        id: `link:${diseaseId}:${row.findingId}`,
        kind: 'link',
        text: words.link(row.name, stateOf(row, language), name, ratio(row.likelihoodRatio)),
      })),
    ),
    ...dangers.map(({ diseaseId, name, probability, wouldExclude }): NarrationEvidence => ({
      id: `danger:${diseaseId}`,
      kind: 'danger',
      text: words.danger(name, percent(probability, language), wouldExclude.length > 0),
    })),
    ...run.nextTests.slice(0, extent.tests).map(({ testId, name, outcomes }): NarrationEvidence => ({
      id: `test:${testId}`,
      kind: 'test',
      text: words.test(name, listed([...new Set(outcomes.map((outcome) => outcome.name))], language)),
    })),
    ...run.guidelines
      .filter(({ own }) => own !== true)
      .slice(0, extent.passages)
      .map(({ passageId, publisher, year, quote }): NarrationEvidence => ({
        id: `passage:${passageId}`,
        kind: 'passage',
        text: words.passage(publisher, year, shortened(quote)),
      })),
  ];
}

/** The findings that the engine took into account, each once. */
function findingsOf({ differential }: ToldRanking): Evidence[] {
  const rows = differential.flatMap(({ evidence }) => evidence);
  return [...new Map(rows.map((row) => [row.findingId, row])).values()].sort((a, b) =>
    a.findingId < b.findingId ? -1 : 1,
  );
}

function strongest(rows: readonly Evidence[], most: number): Evidence[] {
  return rows
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, most);
}

const stateOf = ({ presence, value }: Evidence, language: Language): string =>
  value?.name ?? EVIDENCE_WORDS[language].presence[presence === 'absent' ? 'absent' : 'present'];

/** Two significant figures, as everywhere. */
const ratio = (likelihoodRatio: number): string => String(Number(likelihoodRatio.toPrecision(2)));

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_PASSAGE
    ? text
    : `${characters.slice(0, LONGEST_PASSAGE).join('').trimEnd()}…`;
}
