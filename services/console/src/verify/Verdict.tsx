import { CheckIcon, HalfIcon, MinusIcon } from '../app/icons';
import { useWords } from '../i18n/use-words';
import type { RecordVerdict } from '../../../../libs/transparency-log/src/record/verify-record-file';
import { toldChecks } from './findings-of';

const ICONS = { passed: CheckIcon, failed: MinusIcon, unknown: HalfIcon } as const;

/** What was proved of a file, and what was not. */
export function Verdict(props: { name: string; verdict: RecordVerdict; keyGiven: boolean }) {
  const { t } = useWords();
  const { name, verdict, keyGiven } = props;
  const { ok, file, checkpoint, signer } = verdict;
  const headline = ok ? (keyGiven ? 'passed' : 'passedOwnKey') : 'failed';
  const about = {
    index: file?.index ?? 0,
    size: checkpoint?.size ?? 0,
    origin: checkpoint?.origin ?? '',
    steps: file?.path.length ?? 0,
    name: signer?.name ?? '',
    id: signer?.keyId ?? '',
  };
  return (
    <>
      <section className="outcome" data-testid="verdict" data-ok={ok}>
        <b>{t(`verify.${headline}`)}</b>
        <p className="soft">
          {t('verify.from')}: {name}
        </p>
        {ok && !keyGiven && <p>{t('verify.ownKey')}</p>}
        <p className="soft">{t('verify.none')}</p>
      </section>
      <section aria-labelledby="h-checks">
        <h2 className="vh" id="h-checks">
          {t('verify.checks')}
        </h2>
        <ol className="checks">
          {toldChecks(verdict).map(({ check, state, codes }) => {
            const Icon = ICONS[state];
            return (
              <li key={check} data-check={check} data-state={state}>
                <span className={state}>
                  <Icon />
                </span>
                <div>
                  <h3>
                    {t(`verify.check.${check}`)}{' '}
                    <span className="small soft">({t(`verify.state.${state}`)})</span>
                  </h3>
                  {state === 'passed' && <p>{t(`verify.said.${check}`, about)}</p>}
                  {codes.map((code) => (
                    <p key={code}>{t(`verify.code.${code}`)}</p>
                  ))}
                  {check === 'content' && file !== undefined && (
                    <p className="hash">sha-256 {file.leafHash}</p>
                  )}
                  {check === 'signature' && file !== undefined && <p className="hash">{file.publicKey}</p>}
                </div>
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}
