import { type Span } from '../model/understanding';
import { peopleOf } from '../recognise/people';
import { readText } from '../segment/read-text';
import { scopesOf } from './scope';
import { gather } from '../normalise/lists-by-key';

/** What a text says of one of its concepts: whose it is, when, and whether it is denied or doubted. */
export interface AssertionOfSpan {
  /** Denied, and not merely doubted. */
  readonly negated: boolean;
  readonly possible: boolean;
  readonly historical: boolean;
  /** Of a blood relative. */
  readonly family: boolean;
  readonly otherPerson: boolean;
  readonly conditional: boolean;
  readonly planned: boolean;
}

/**
 * Reads the assertion of a concept whose place is known, whether or not the vocabulary holds it: what negation is
 * measured with.
 * @param span of the concept, in Unicode code points of `text`
 * @returns undefined if no word of the text stands there
 */
export function assertionOf(text: string, span: Span): AssertionOfSpan | undefined {
  const reading = readText(text);
  const { source, tokens, sentences } = reading;
  const used = gather(tokens, (token, position) => {
    const { start, end } = source.toOriginal(token.start, token.end);
    return start < span.end && end > span.start ? [position] : [];
  });
  const [from] = used;
  const last = used[used.length - 1];
  if (from === undefined || last === undefined) return undefined;
  const sentence = sentences.find((each) =>
    used.some((position) => position >= each.from && position < each.to),
  );
  if (sentence === undefined) return undefined;
  const concept = { senses: [], from, to: last + 1, used, form: 'phrase' as const };
  const next = sentences[sentences.indexOf(sentence) + 1];
  const scopes = scopesOf(tokens, sentence, [concept], peopleOf(reading).in(sentence), next);
  const kinds = scopes.over(used);
  const possible = kinds.has('possible');
  return {
    negated: kinds.has('negated') && !possible,
    possible,
    historical: kinds.has('historical') || sentence.section === 'past',
    family: kinds.has('family') || sentence.section === 'family',
    otherPerson: kinds.has('other-person'),
    conditional: kinds.has('conditional'),
    planned: kinds.has('planned') || sentence.section === 'plan',
  };
}
