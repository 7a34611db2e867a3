import { jsonrepair } from 'jsonrepair';
import { LlmAnswer } from './llm-answer';
import { ANSWER_MEMBERS } from './answer-in-words';

/** What a text was read as: an answer, the schema said back instead of one, or neither. */
export type TextRead =
  | { readonly kind: 'answer'; readonly answer: LlmAnswer }
  | { readonly kind: 'echo' }
  | { readonly kind: 'unreadable' };

/** What a thinking model says to itself, where its server leaves that in the answer. */
const THOUGHTS = /^[\s\S]*<\/think>/;
const FENCED = /```[^\n`]*\n([\s\S]*?)```/g;

/**
 * Finds the answer in what a model wrote: the text itself, what stands in a code fence, or what stands between the
 * first brace and the last. What is no JSON is repaired where that leads to an answer of the right shape.
 */
export function answerInText(text: string): TextRead {
  const said = text.replace(THOUGHTS, '').trim();
  const candidates = candidatesIn(said);
  for (const read of [parsed, repaired]) {
    for (const candidate of candidates) {
      const found = LlmAnswer.safeParse(read(candidate));
      if (found.success) return { kind: 'answer', answer: found.data };
    }
  }
  return { kind: isEcho(said) ? 'echo' : 'unreadable' };
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

/** The descriptions stand in the schema and in its words, and in no answer. */
function isEcho(said: string): boolean {
  return (
    ANSWER_MEMBERS.filter(({ means }) => said.includes(means)).length > 1 || /"properties"\s*:/.test(said)
  );
}
