import { ForkIcon } from '../app/icons';
import { runAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';

/** Says of a run that it revises another one, or is revised, with a way to that. */
export function Revision({ run }: { run: Run }) {
  const { t } = useWords();
  const { revisionOf, revisedBy } = run;
  const other = revisedBy ?? revisionOf;
  if (other === null) return null;
  const way = revisedBy === null ? 'of' : 'by';
  return (
    <div className="note" data-note={`revision-${way}`}>
      <ForkIcon />
      <p>
        {t(`revision.${way}`)} <PageLink href={runAddress(other)}>{t(`revision.show-${way}`)}</PageLink>
      </p>
    </div>
  );
}
