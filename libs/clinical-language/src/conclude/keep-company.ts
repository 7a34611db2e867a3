import { nameOfShown, type Shown } from '../frame/company';
import { gather } from '../normalise/lists-by-key';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type SentenceHeard, type SentenceRead } from './conclude-sentence';

/** What is told as it stands: present findings, and states. */
const shownIn = ({ statements }: SentenceHeard): Shown[] =>
  gather(statements, ({ findingId, state, presence }): Shown[] => {
    if (state !== undefined) return [{ findingId, state }];
    return presence === 'present' ? [{ findingId }] : [];
  });

/** Of what is told more than once, one. */
const once = (shown: readonly Shown[]): Shown[] => [
  ...new Map(shown.map((one) => [nameOfShown(one), one])).values(),
];

/**
 * Settles what is read by likeness: of it stands what goes with the rest that is told (`docs/adr/0103-what-goes-with-the-rest.md`). The
 * words of what does not are unread.
 *
 * @param known what is told of the patient beside this text
 */
export function keepCompany(
  sentences: readonly SentenceHeard[],
  known: readonly Shown[],
  { company }: CompiledVocabulary,
): SentenceRead[] {
  const told = sentences.some(({ alike }) => alike.length > 0)
    ? once([...known, ...gather(sentences, shownIn)])
    : [];
  const goesWithThem = company.beside(told);
  return sentences.map(({ alike, unreadBeside, ...sentence }) => {
    const standing = alike.filter(({ findingId }) => goesWithThem?.(findingId) !== false);
    const { unmatched, setAside } = unreadBeside(standing);
    return {
      ...sentence,
      statements: [...sentence.statements, ...gather(standing, ({ statements }) => statements)],
      unmatched,
      setAside: [...sentence.setAside, ...setAside],
    };
  });
}
