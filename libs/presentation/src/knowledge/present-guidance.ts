import { type Guidance, type Language } from '@openrounds/contracts';
import { claimKey, type ClaimPlace, type KnowledgeBundle, lookupOf } from '@openrounds/knowledge';

/** A statement by where it stands in the knowledge. */
interface StatementAt {
  readonly owner: string;
  readonly place: ClaimPlace;
  readonly index?: number;
  readonly text: { readonly en: string; readonly zh?: string | undefined };
}

/**
 * What the passages say of each sentence of a statement as it is shown in a language. A version of before statements were held against
 * passages says nothing of them.
 */
export function guidanceOf(
  { owner, place, index, text }: StatementAt,
  bundle: KnowledgeBundle,
  language: Language,
): { guidance?: Guidance[] } {
  if (bundle.claims === undefined) return {};
  const shownIn = text[language] === undefined ? 'en' : language;
  const whole = { from: 0, to: (text[shownIn] ?? '').length };
  const sentences = bundle.claims[claimKey(owner, place, index)] ?? [
    { sentence: {}, verdict: 'not-addressed' },
  ];
  return {
    guidance: sentences.map(({ sentence, verdict, evidence }) => ({
      sentence: sentence[shownIn] ?? whole,
      verdict,
      ...(evidence === undefined ? {} : rangeIn(evidence, bundle, language)),
    })),
  };
}

/** The range in the language in which the passage is shown: the reader's, or the one that it has. */
function rangeIn(
  { passageId, ranges }: NonNullable<NonNullable<KnowledgeBundle['claims']>[string][number]['evidence']>,
  bundle: KnowledgeBundle,
  language: Language,
): Pick<Guidance, 'passageId' | 'from' | 'to'> {
  const other = language === 'en' ? 'zh' : 'en';
  const shownIn = lookupOf(bundle).passages.get(passageId)?.text[language] === undefined ? other : language;
  return { passageId, ...ranges[shownIn] };
}
