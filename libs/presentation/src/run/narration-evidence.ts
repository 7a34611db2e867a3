import { type Evidence, type Language, type NarrationEvidence, type Run } from '@openrounds/contracts';
import { listed, percent } from '../messages/message';
import { EVIDENCE_WORDS } from '../messages/narration';

/** So much of a run a sentence may rest on; more is read by no small model. */
const DISEASES = 5;
const LINKS_PER_DISEASE = 6;
const DANGERS = 5;
const TESTS = 3;
const PASSAGES = 6;
const LONGEST_PASSAGE = 600;

/**
 * What a narration of a run may rest on: lines with an id each, made of codes, numbers of the answer and passages of the
 * knowledge base. Nothing of the narrative, and no passage of an institution's own documents: these lines go to the model.
 *
 * @param run - in the language of the narration.
 */
export function narrationEvidence(run: Run, language: Language): NarrationEvidence[] {
  const words = EVIDENCE_WORDS[language];
  const leading = run.differential.slice(0, DISEASES);
  const dangers = run.mustNotMiss.slice(0, DANGERS);
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
      strongest(evidence).map((row): NarrationEvidence => ({
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
    ...run.nextTests.slice(0, TESTS).map(({ testId, name, outcomes }): NarrationEvidence => ({
      id: `test:${testId}`,
      kind: 'test',
      text: words.test(name, listed([...new Set(outcomes.map((outcome) => outcome.name))], language)),
    })),
    ...run.guidelines
      .filter(({ own }) => own !== true)
      .slice(0, PASSAGES)
      .map(({ passageId, publisher, year, quote }): NarrationEvidence => ({
        id: `passage:${passageId}`,
        kind: 'passage',
        text: words.passage(publisher, year, shortened(quote)),
      })),
  ];
}

/** The findings that the engine took into account, each once. */
function findingsOf({ differential }: Run): Evidence[] {
  const rows = differential.flatMap(({ evidence }) => evidence);
  return [...new Map(rows.map((row) => [row.findingId, row])).values()].sort((a, b) =>
    a.findingId < b.findingId ? -1 : 1,
  );
}

function strongest(rows: readonly Evidence[]): Evidence[] {
  return rows
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, LINKS_PER_DISEASE);
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
