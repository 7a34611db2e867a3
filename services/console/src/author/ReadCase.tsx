import type { TeachingCase } from '../api/types';
import { useWords } from '../i18n/use-words';
import { CaseActions } from './CaseActions';
import { CasePreview } from './CasePreview';
import { CaseStrip } from './CaseStrip';
import { Forecast } from './Forecast';
import { Reviews } from './Reviews';

/** A case that somebody else wrote, or that comes with the product: read, reviewed, copied. */
export function ReadCase({ stored, onStored }: { stored: TeachingCase; onStored: () => void }) {
  const { t } = useWords();
  const { body } = stored;
  return (
    <>
      <main className="wrap" id="main" data-case={stored.id}>
        <CaseStrip title={body.title} stored={stored} saved="">
          {null}
        </CaseStrip>
        <div className="workshop reading">
          <CasePreview form={body} />
          <aside aria-label={t('author.aside')}>
            <Reviews stored={stored} onDone={onStored} />
            <CaseActions stored={stored} writes={false} dirty={false} onStored={onStored} />
            <Forecast caseId={stored.id} version={stored.version} body={body} dirty={false} />
            <p className="small mute">{t('author.byWhom', { author: body.author, licence: body.licence })}</p>
          </aside>
        </div>
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{stored.notice}</p>
      </footer>
    </>
  );
}
