import { useMemo } from 'react';
import type { EhrPreview, Lab } from '../api/types';
import { useVocabulary } from '../api/use-vocabulary';
import { FindingsList } from '../case-room/FindingsList';
import type { Corrections } from '../case-room/FindingSpan';
import { valueOf } from '../case-room/lab-rows';
import { PatientFacts } from '../case-room/PatientFacts';
import { formatUnit } from '../format/unit';
import { useWords } from '../i18n/use-words';

/** What stands in a preview is not corrected there: the case can be, once it is one. */
function useNamesOf(findings: EhrPreview['findings']): Corrections {
  const { locale } = useWords();
  const vocabulary = useVocabulary(locale);
  return useMemo(() => {
    const names = new Map(findings.map(({ findingId, name }) => [findingId, name]));
    return {
      vocabulary,
      nameOf: (id) => names.get(id) ?? vocabulary.get(id)?.name ?? id,
      onState: () => undefined,
      onWithdraw: () => undefined,
    };
  }, [findings, vocabulary]);
}

const unitOf = ({ unit }: Lab): string => (unit === undefined ? '' : ` ${formatUnit(unit)}`);

function Taken({ preview: { patient, findings, labs } }: { preview: EhrPreview }) {
  const { t } = useWords();
  const corrections = useNamesOf(findings);
  return (
    <section aria-labelledby="h-taken">
      <h2 id="h-taken">{t('ehrImport.taken')}</h2>
      <PatientFacts patient={patient} />
      <div className="fnd">
        <h3>{t('ehrImport.findings', { count: findings.length })}</h3>
        <FindingsList
          findings={findings.map((finding) => ({ ...finding, pending: false }))}
          corrections={corrections}
        />
      </div>
      {labs.length > 0 && (
        <div className="fnd">
          <h3>{t('ehrImport.labs', { count: labs.length })}</h3>
          <ul className="values">
            {labs.map((lab, place) => (
              <li key={`${String(lab.code)}${String(place)}`}>
                <span>{lab.name ?? lab.code}</span>
                <span className="v num">
                  {valueOf(lab)}
                  {unitOf(lab)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** What stays where it was: identities, what could not be used, and what nobody let us read. */
function LeftBehind({ preview, missingScopes }: { preview: EhrPreview; missingScopes: readonly string[] }) {
  const { t } = useWords();
  const { masked, rejected, resources, complete } = preview;
  return (
    <section aria-labelledby="h-left-behind">
      <h2 id="h-left-behind">{t('ehrImport.left')}</h2>
      <p className="small mute">{t('ehrImport.resources', { count: resources })}</p>
      {!complete && <p className="caution">{t('ehrImport.incomplete')}</p>}
      {missingScopes.length > 0 && (
        <>
          <p className="caution">{t('ehrImport.missingScopes', { count: missingScopes.length })}</p>
          <ul className="plain small" data-testid="missing-scopes">
            {missingScopes.map((scope) => (
              <li key={scope}>
                <code>{scope}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {masked.length > 0 && (
        <>
          <h3>{t('ehrImport.identities')}</h3>
          <ul className="plain small" data-testid="identities">
            {masked.map(({ kind, count }) => (
              <li key={kind}>
                {t(`masked.${kind}`)}: {count}
              </li>
            ))}
          </ul>
        </>
      )}
      {rejected.length > 0 && (
        <>
          <h3>{t('ehrImport.rejected')}</h3>
          <ul className="plain small" data-testid="rejected">
            {rejected.map(({ code, reason, count }) => (
              <li key={code + reason}>
                {reason}
                {count > 1 && ` (${String(count)})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A record as a case would have it, before it is one. */
export function Preview(props: { preview: EhrPreview; missingScopes: readonly string[] }) {
  return (
    <>
      <Taken preview={props.preview} />
      <LeftBehind {...props} />
    </>
  );
}
