import { FEEDBACK, PATIENT, QUESTIONS } from './scripts-of-teaching';
import { wordsOf } from './words-of';
import { type Evidence } from '../../evidence/evidence';
import { type LlmNarrationRequest } from '../../roles/narrator/narrator';
import { type LlmProposalRequest } from '../../roles/proposer/proposer';
import { type LlmRankingRequest } from '../../roles/ranker/ranking';
import { type LlmReadingRequest } from '../../roles/reader/reading-request';
import { type LlmTutorRequest } from '../../roles/tutor/tutoring';

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

const SIGNS = {
  en: { '>': 'more than ', '<': 'less than ' },
  zh: { '>': '大于', '<': '小于' },
} as const;

/** A line as a sentence: the sign of "> 99 %" would be taken for markup. */
const sentenceIn =
  (language: keyof typeof SIGNS) =>
  ({ id, text }: Evidence) => ({
    text: text.replace(/([<>])\s*/gu, (_, sign: '<' | '>') => SIGNS[language][sign]),
    evidence: [id],
  });

/** The evidence itself, a sentence for each piece of the first. */
const narrator = ({ language, evidence }: LlmNarrationRequest): unknown => ({
  sentences: evidence.slice(0, MOST_SENTENCES).map(sentenceIn(language)),
});

const TO_PATIENTS = {
  en: 'Nothing is certain yet, and we will look further together.',
  zh: '现在还不能确定，我们会一起继续了解。',
} as const;

const layNarrator = ({ language, evidence }: LlmNarrationRequest): unknown => ({
  sentences: evidence.slice(0, 1).map(({ id }) => ({ text: TO_PATIENTS[language], evidence: [id] })),
});

const BACK = {
  en: 'What does this line tell you about your question?',
  zh: '关于你的问题，这一行说明了什么？',
} as const;

/** The evidence that shares most words with the question; without any, there is no answer. */
const tutor = ({ language, evidence, question, socratic }: LlmTutorRequest): unknown => {
  const asked = wordsOf(question);
  const shared = evidence
    .map((line) => ({ ...line, count: [...wordsOf(line.text)].filter((word) => asked.has(word)).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, socratic ? 1 : 3);
  const [first] = shared;
  return {
    answered: first !== undefined,
    sentences: shared.map(sentenceIn(language)),
    asksBack: first === undefined ? [] : [{ text: BACK[language], evidence: [first.id] }],
  };
};

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
  tutor: (input) => tutor(input as LlmTutorRequest),
  patient: PATIENT,
  'question-drafter': QUESTIONS,
  'feedback-drafter': FEEDBACK,
};
