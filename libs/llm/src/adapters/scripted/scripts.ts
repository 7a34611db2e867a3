import { type LlmNarrationRequest } from '../../roles/narrator/narrator';
import { type LlmProposalRequest } from '../../roles/proposer/proposer';
import { type LlmRankingRequest } from '../../roles/ranker/ranking';
import { type LlmReadingRequest } from '../../roles/reader/reading-request';

/** Of the first candidates, the first two the other way round, so that there is a disagreement to look at. */
const PROBABILITIES = [0.2, 0.45, 0.1, 0.06, 0.04];

/** A ranking of the candidates in the order in which they were given. */
const ranker = ({ diseases }: LlmRankingRequest): unknown => ({
  diagnoses: diseases
    .slice(0, PROBABILITIES.length)
    .map((disease, place) => ({ ...disease, probability: PROBABILITIES[place] })),
});

const OUTSIDE = { en: 'Scripted diagnosis outside the list', zh: '列表以外的诊断（脚本演示）' } as const;

const proposer = ({ language }: LlmProposalRequest): unknown => ({
  proposals: [{ name: OUTSIDE[language] }],
});

const MOST_SENTENCES = 5;

/** The evidence itself, a sentence for each piece of the first. */
const narrator = ({ evidence }: LlmNarrationRequest): unknown => ({
  sentences: evidence.slice(0, MOST_SENTENCES).map(({ id, text }) => ({ text, evidence: [id] })),
});

const TO_PATIENTS = {
  en: 'Nothing is certain yet, and we will look further together.',
  zh: '现在还不能确定，我们会一起继续了解。',
} as const;

const layNarrator = ({ language, evidence }: LlmNarrationRequest): unknown => ({
  sentences: evidence.slice(0, 1).map(({ id }) => ({ text: TO_PATIENTS[language], evidence: [id] })),
});

const MOST_FINDINGS = 5;
const SIDE = 40;

/** Findings whose names stand in a text word for word, with some words around: whether they are denied there, the check says. */
const reader = ({ texts, candidates }: LlmReadingRequest): unknown => ({
  findings: candidates
    .filter(({ states }) => states === undefined)
    .flatMap(({ findingId, name }) => {
      const quote = texts.map((text) => stretchAround(name, text)).find((each) => each !== undefined);
      return quote === undefined
        ? []
        : [{ findingId, state: null, quote, presence: 'present', whose: 'patient', when: 'now' }];
    })
    .slice(0, MOST_FINDINGS),
});

/** The words of a text that are the name, from the last mark before it on. */
function stretchAround(name: string, text: string): string | undefined {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  if (at < 0) return undefined;
  const before =
    text
      .slice(0, at)
      .split(/[.,;。，；\n]/u)
      .at(-1) ?? '';
  const near = before.length > SIDE ? before.slice(-SIDE).replace(/^[a-z]*\s/iu, '') : before;
  return `${near}${text.slice(at, at + name.length)}`.trim();
}

/** What the script says, by role. */
export const SCRIPTS: Readonly<Record<string, (input: unknown) => unknown>> = {
  ranker: (input) => ranker(input as LlmRankingRequest),
  proposer: (input) => proposer(input as LlmProposalRequest),
  reader: (input) => reader(input as LlmReadingRequest),
  narrator: (input) => narrator(input as LlmNarrationRequest),
  'lay-narrator': (input) => layNarrator(input as LlmNarrationRequest),
};
