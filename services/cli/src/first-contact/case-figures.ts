import { CaseInput } from '@openrounds/contracts';
import { type CaseOutcome, type Retrieval, sumOfRetrievals } from '@openrounds/evaluation';
import { evaluateCases } from '../evaluation/evaluate-cases';
import { factsOfObserved, retrievalsOf } from '../evaluation/facts-of-text';
import { goldOfDiseases } from '../evaluation/own-cases';
import { type CaseRanker } from '../ranking/case-ranker';
import { type SameLine, sameLineOf } from '../evaluation/same-line';
import { type StrangersCase } from './sets';

/** How often the right diagnosis came first and among the first three. */
export interface Places {
  readonly cases: number;
  readonly first: number;
  readonly amongThree: number;
}

/** How the cases of one language, or of one style of it, were read and ranked. */
export interface CaseFigures {
  /** From the text alone. */
  readonly text: Places;
  /** From the facts that the writer was to tell, for those cases that have some. */
  readonly told: Places;
  /** The texts of those same cases. */
  readonly textOfTold: Places;
  /** Findings present and not normal against a blind reader's list. */
  readonly present: Retrieval;
  /** Findings denied or normal against that list. */
  readonly absent: Retrieval;
}

/** Figures by language and style (`en ward-note`), and by language (`en`). */
export type CasesReport = Readonly<Record<string, CaseFigures>>;

/** Ranks every case from its text and, where facts were told, from those. */
export async function judgeCases(cases: readonly StrangersCase[], ranker: CaseRanker): Promise<CasesReport> {
  const fromText = await ranked(cases.map(textLine), ranker);
  const told = cases.filter((each) => each.told !== undefined);
  const fromFacts = await ranked(told.map(factsLine), ranker);
  const sameLine = sameLineOf(ranker.bundle);
  const groups = new Map<string, StrangersCase[]>();
  for (const each of cases)
    for (const group of [each.language, `${each.language} ${each.style}`])
      groups.set(group, [...(groups.get(group) ?? []), each]);
  return Object.fromEntries(
    [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, members]) => {
        const withFacts = members.filter((each) => each.told !== undefined);
        const coded = members.flatMap((each) => retrievalOf(each, ranker, sameLine));
        return [
          group,
          {
            text: placesOf(members, fromText),
            told: placesOf(withFacts, fromFacts),
            textOfTold: placesOf(withFacts, fromText),
            present: sumOfRetrievals(coded.map(({ present }) => present)),
            absent: sumOfRetrievals(coded.map(({ absent }) => absent)),
          },
        ];
      }),
  );
}

type Ranked = ReadonlyMap<string, CaseOutcome>;

async function ranked(lines: readonly object[], ranker: CaseRanker): Promise<Ranked> {
  const outcomes = new Map<string, CaseOutcome>();
  const input = {
    lines: lines.map((line) => ({ text: JSON.stringify(line) })),
    gold: goldOfDiseases(ranker.bundle),
    ranker,
    caseMix: 'teaching' as const,
  };
  for await (const { outcome } of evaluateCases(input)) outcomes.set(outcome.id, outcome);
  return outcomes;
}

const textLine = ({ id, language, text, keys }: StrangersCase): object => ({
  id,
  language,
  narrative: text,
  gold: keys,
});

function factsLine({ id, patient, keys, told }: StrangersCase): object {
  const { present = [], absent = [], states = {} } = told ?? {};
  return {
    id,
    patient: {
      age: patient.age,
      sex: patient.sex ?? 'unknown',
      ...(patient.pregnant !== null && { pregnant: patient.pregnant }),
    },
    findings: [
      ...present.map((findingId) => ({ findingId, presence: 'present' })),
      ...absent.map((findingId) => ({ findingId, presence: 'absent' })),
      ...Object.entries(states).map(([findingId, code]) => ({ findingId, value: { code } })),
    ],
    gold: keys,
  };
}

function placesOf(cases: readonly StrangersCase[], outcomes: Ranked): Places {
  const places = cases.map(({ id }) => outcomes.get(id)?.rank ?? null);
  const within = (k: number): number => places.filter((place) => place !== null && place <= k).length;
  return { cases: places.length, first: within(1), amongThree: within(3) };
}

function retrievalOf(
  { text, coded }: StrangersCase,
  ranker: CaseRanker,
  sameLine: SameLine,
): Readonly<Record<'present' | 'absent', Retrieval>>[] {
  if (coded === undefined) return [];
  const { observed } = ranker.understand(CaseInput.parse({ narrative: text })).ready;
  return [retrievalsOf(coded, factsOfObserved(observed), sameLine)];
}
