import { z } from 'zod';
import { comparable, printable, readsAsName } from '../../answers/names';
import { caseInWords, languageInWords, section } from '../../case/case-in-words';
import { type CaseForLlm, type DiseaseForLlm } from '../../case/case-for-llm';
import { LlmFault } from '../../ports/llm-fault';
import { type Prompt, type Role } from '../../ports/role';

/** What a proposer is told: the coded facts, and what is thought of already. */
export interface LlmProposalRequest extends CaseForLlm {
  readonly considered: readonly DiseaseForLlm[];
}

/** A diagnosis by its name alone: it has no number, since nothing bounds one. */
export interface LlmProposal {
  readonly name: string;
}

export interface LlmProposals {
  readonly proposals: readonly LlmProposal[];
}

const MOST_PROPOSALS = 5;

const SYSTEM = [
  'You help to teach clinical reasoning, never to care for a patient.',
  `From the coded facts alone, name at most ${MOST_PROPOSALS} further diagnoses that would explain the presentation.`,
  'None of those that are considered already, no other name of one of them, no symptom, no treatment.',
  'Where nothing further is plausible, give an empty list.',
  'A fact that is not mentioned is unknown, not absent.',
].join('\n');

const ProposerAnswer = z.object({
  proposals: z
    .array(z.object({ name: z.string().describe('name of one further diagnosis') }))
    .describe('the further diagnoses, the most plausible first'),
});

/** Proposes diagnoses that were not thought of: for people to read, beside all lists and without a number. */
export const PROPOSER: Role<LlmProposalRequest, LlmProposals> = {
  name: 'proposer',
  promptVersion: '2',
  schema: ProposerAnswer,
  prompt: promptOf,
  read: (raw, { considered }) => ({
    proposals: withoutKnown(
      readProposals(raw),
      considered.map(({ name }) => name),
    ),
  }),
};

/**
 * Drops what goes by a known name, and what came before. A disease of the knowledge base is not proposed: the engine has
 * ranked it.
 *
 * @param known - names and synonyms.
 */
export function withoutKnown(proposals: readonly LlmProposal[], known: readonly string[]): LlmProposal[] {
  const taken = new Set(known.map(withoutAside));
  return proposals.filter(({ name }) => {
    const key = withoutAside(name);
    if (key === '' || taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

function readProposals(raw: unknown): LlmProposal[] {
  const parsed = ProposerAnswer.safeParse(raw);
  if (!parsed.success) throw new LlmFault('unusable-answer');
  return parsed.data.proposals
    .map(({ name }) => ({ name: printable(name) }))
    .filter(({ name }) => readsAsName(name))
    .slice(0, MOST_PROPOSALS);
}

/** An abbreviation or an explanation in brackets makes no other disease of it, nor does a hyphen. */
function withoutAside(name: string): string {
  return comparable(name.replace(/[(（][^)）]*[)）]/gu, ' '))
    .replace(/[-\s‐‑–]+/gu, ' ')
    .trim();
}

function promptOf(request: LlmProposalRequest): Prompt {
  const user = [
    ...caseInWords(request),
    section(
      'Considered already',
      request.considered.map(({ name }) => name),
    ),
    `Write names in ${languageInWords(request.language)}.`,
  ].join('\n\n');
  return { system: SYSTEM, user };
}
