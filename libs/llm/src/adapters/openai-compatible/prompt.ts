import { type AnswerFormat } from '../../ports/answer-format';
import { type FactForLlm, type LlmRankingRequest } from '../../ports/rank-with-llm';
import { ANSWER_FORM, ANSWER_IN_WORDS } from '../../ranking/answer-in-words';

/** Instructions and case, kept apart as a chat endpoint expects them. */
export interface Prompt {
  readonly system: string;
  readonly user: string;
}

const SYSTEM = [
  'You give a second opinion for teaching clinical reasoning, never for the care of a patient.',
  'From the coded facts alone, rank the diagnoses that could be the main explanation of the presentation, at most 15.',
  'Take diagnoses from the list and give their id exactly as written there.',
  'If a plausible diagnosis is not in the list, give null as its id and name it.',
  'Give each a probability between 0 and 1; their sum must not exceed 1; leave room for what you do not name.',
  'A fact that is not mentioned is unknown, not absent.',
  `Answer with JSON of the form ${ANSWER_FORM}.`,
].join('\n');

/** The request in words. The same request and format give the same prompt to the byte. */
export function promptOf(request: LlmRankingRequest, format: AnswerFormat): Prompt {
  const { patient, setting, facts, diseases, language } = request;
  const about = [
    `age in years: ${patient.ageYears ?? 'unknown'}`,
    `sex: ${patient.sex}`,
    ...(patient.pregnant === null ? [] : [`pregnant: ${patient.pregnant ? 'yes' : 'no'}`]),
    `setting: ${setting ?? 'unknown'}`,
  ];
  const user = [
    section('Patient', about),
    section('Facts', facts.map(lineOf)),
    section(
      'List of diseases',
      diseases.map(({ diseaseId, name }) => `${diseaseId}: ${name}`),
    ),
    `Write names in ${language === 'zh' ? 'Chinese' : 'English'}.`,
  ].join('\n\n');
  return { system: format === 'json_schema' ? SYSTEM : `${SYSTEM}\n${ANSWER_IN_WORDS}`, user };
}

function section(title: string, lines: readonly string[]): string {
  return [`${title}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}

function lineOf({ name, presence, value, certainty = 1 }: FactForLlm): string {
  const what = value === undefined ? `${name}: ${presence}` : `${name}: ${value}`;
  return certainty < 1 ? `${what} (uncertain)` : what;
}
