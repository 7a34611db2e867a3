import { jsonrepair } from 'jsonrepair';
import { type AnswerShape } from './answer-shape';

/** What a text was read as: an answer, the schema said back instead of one, or neither. */
export type TextRead = AnswerRead | { readonly kind: 'echo' } | { readonly kind: 'unreadable' };

/** An answer of the right shape, as parsed JSON. */
export interface AnswerRead {
  readonly kind: 'answer';
  readonly answer: unknown;
}

/** What a thinking model says to itself, where its server leaves that in the answer. */
const THOUGHTS = /^[\s\S]*<\/think>/;
const FENCED = /```[^\n`]*\n([\s\S]*?)```/g;

/**
 * Finds the answer in what a model wrote: the text itself, what stands in a code fence, or what stands between the
 * first brace and the last. What is no JSON is repaired where that leads to an answer of the right shape.
 */
export function answerInText(text: string, shape: AnswerShape): TextRead {
  const said = text.replace(THOUGHTS, '').trim();
  // The form itself would be repaired to an answer that is made of its placeholders.
  const candidates = candidatesIn(said).filter((each) => !each.includes(shape.form));
  for (const read of [parsed, repaired]) {
    for (const candidate of candidates) {
      const found = shape.schema.safeParse(read(candidate));
      if (found.success) return { kind: 'answer', answer: found.data };
    }
  }
  return { kind: isEcho(said, shape) ? 'echo' : 'unreadable' };
}

function candidatesIn(said: string): string[] {
  const fenced = [...said.matchAll(FENCED)].map(([, inside = '']) => inside.trim());
  const first = said.indexOf('{');
  const last = said.lastIndexOf('}');
  return [said, ...fenced, ...(first >= 0 && last > first ? [said.slice(first, last + 1)] : [])];
}

function parsed(candidate: string): unknown {
  try {
    return JSON.parse(candidate);
  } catch {
    return undefined;
  }
}

function repaired(candidate: string): unknown {
  try {
    return JSON.parse(jsonrepair(candidate));
  } catch {
    return undefined;
  }
}

function isEcho(said: string, { form, meanings }: AnswerShape): boolean {
  const saidBack = meanings.filter((means) => said.includes(means)).length > 1;
  return saidBack || said.includes(form) || /"properties"\s*:/.test(said);
}
