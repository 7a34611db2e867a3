import { type CaseInput } from '@openrounds/contracts';
import { type CaseText } from '../model/proposal';

/** Longest texts of a case together, in characters, that another reader is given: what a prompt takes, and a job carries sealed. */
export const MAX_READ_CHARACTERS = 24_000;

/** The clinical texts of a case: its narrative, then those of its stages. None where it holds codes only. */
export function caseTexts({ narrative, stages = [] }: CaseInput): CaseText[] {
  const texts = [
    { stage: null, text: narrative },
    ...stages.map(({ narrative: text }, stage) => ({ stage, text })),
  ];
  return texts.flatMap(({ stage, text }) =>
    text === undefined || text.trim() === '' ? [] : [{ stage, text }],
  );
}
