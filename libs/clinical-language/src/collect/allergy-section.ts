import { allergiesDenied } from '../assert/allergens';
import { type Terminology } from '../vocabulary/terminology';
import { type Mention } from '../resolve/mention';
import { type Statement } from './statement';
import { type Sentence } from '../segment/sentences';
import { type Token } from '../model/token';

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
  if (isTold || first === undefined) return undefined;
  const said = allergiesDenied(first.text);
  if (said === 'unknown') return undefined;
  return {
    findingId,
    presence: said === 'none' ? 'absent' : 'present',
    certainty: 1,
    kind: 'text',
    from,
    to,
    specificity: 1,
    daysAgo: 0,
    section,
  };
}
