import { type Terminology } from '../vocabulary/terminology';
import { type Mention } from '../resolve/mention';
import { type Statement } from './statement';
import { type Sentence } from '../segment/sentences';
import { type Token } from '../model/token';

const NONE = /^(?:none|nil|no|nkda|nka|nkfa|denies|denied|not|negative|无|否|未|没)$/;
const UNKNOWN = /^(?:unknown|unclear|unsure|不|see)$/;

/** What stands below "Allergies": a name there is an allergen, and "none" denies every allergy. */
export function allergyOfSection(
  tokens: readonly Token[],
  { from, to, section }: Sentence,
  mentions: readonly Mention[],
  { rules }: Terminology,
): Statement | undefined {
  const findingId = rules.roles.allergy;
  if (section !== 'allergies' || findingId === undefined) return undefined;
  const isTold = mentions.some(({ senses }) => senses.some(({ kind }) => kind === 'panel'));
  const first = tokens.slice(from, to).find(({ kind }) => kind === 'word' || kind === 'han');
  if (isTold || first === undefined || UNKNOWN.test(first.text)) return undefined;
  const isDenied = NONE.test(first.text);
  return {
    findingId,
    presence: isDenied ? 'absent' : 'present',
    certainty: 1,
    kind: 'text',
    from,
    to,
    specificity: 1,
    daysAgo: 0,
    section,
  };
}
