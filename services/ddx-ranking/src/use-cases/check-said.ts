import {
  type Guidance,
  type Language,
  type NarrationEvidence,
  type SaidSentences,
} from '@openrounds/contracts';
import { type CheckedSentence } from '@openrounds/guidelines';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { CheckersOfVersions } from '../model/checkers-of-versions';

type Said = SaidSentences['sentences'][number];
/** A sentence of a model that stands on its evidence. */
type Kept = { readonly text: string; readonly evidence: readonly string[] };

/** What an answer was given to rest on, in which language, of which knowledge. */
export interface SaidOf {
  readonly bundle: KnowledgeBundle;
  readonly language: Language;
  readonly evidence: readonly Pick<NarrationEvidence, 'id' | 'kind'>[];
}

const PASSAGE = 'passage:';
/** Holds a place where nothing is to be read. */
const UNREAD = '\u0000';
const ASKS = /[?？]["”’）)]*$/u;

/** Holds what a model said against the guideline passages that it names, by the checker of the knowledge's own statements (ADR 0063, ADR 0091). */
export class CheckSaid {
  private readonly checkers = new CheckersOfVersions();

  /**
   * The sentence as it is kept: where it names passages, with a verdict for each part of it that ends with a stop. What names none does not lean
   * on guidance, and a question claims nothing: they get none.
   */
  of({ text, evidence: ids }: Kept, { bundle, language, evidence }: SaidOf): Said {
    const said = { text, evidence: [...ids] };
    const cited = evidence.flatMap(({ id, kind }) =>
      kind === 'passage' && ids.includes(id) ? [id.slice(PASSAGE.length)] : [],
    );
    if (cited.length === 0) return said;
    const statement = { [language]: withoutAttribution(text, cited, bundle) };
    const guidance = this.checkers
      .of(bundle)
      .checkCited(statement, cited)
      .flatMap((checked) => guidanceIn(checked, language));
    const asksOnly = guidance.every(({ sentence }) => ASKS.test(text.slice(sentence.from, sentence.to)));
    return asksOnly ? said : { ...said, guidance };
  }
}

function guidanceIn({ sentence, verdict, evidence }: CheckedSentence, language: Language): Guidance[] {
  const range = sentence[language];
  if (range === undefined) return [];
  if (evidence === undefined) return [{ sentence: range, verdict }];
  return [{ sentence: range, verdict, passageId: evidence.passageId, ...evidence.ranges[language] }];
}

/** Whose words they are stands beside a passage, not in it: "ESC, 2019: …" claims no number. */
function withoutAttribution(text: string, cited: readonly string[], bundle: KnowledgeBundle): string {
  const { passages, documents } = lookupOf(bundle);
  return cited
    .flatMap((id) => documents.get(passages.get(id)?.document ?? '') ?? [])
    .reduce(
      (left, { publisher, year }) =>
        left
          .replaceAll(publisher, UNREAD.repeat(publisher.length))
          .replace(new RegExp(`(?<!\\d)${String(year)}年?(?!\\d)`, 'gu'), (given) =>
            UNREAD.repeat(given.length),
          ),
      text,
    );
}
