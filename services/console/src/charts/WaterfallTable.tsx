import { ScrollRegion } from '../app/ScrollRegion';
import type { CaseMix, DifferentialEntry, Evidence } from '../api/types';
import { Sign } from '../case-room/Sign';
import { formatLogOdds, oddsChange, oddsOf, twoFigures } from '../format/odds';
import { useWords } from '../i18n/use-words';
import { stepText } from './WaterfallChart';
import type { Step } from './waterfall';

function SourceCell({ source }: { source: Evidence['source'] }) {
  const { t } = useWords();
  if (source === null) return <>{t('evidence.noSource')}</>;
  return <span title={source.id}>{t(`evidence.${source.kind}`, { grade: source.grade })}</span>;
}

/** Every step with its numbers and where they come from: the same as the chart, for reading and for copying. */
export function WaterfallTable(props: {
  steps: readonly Step[];
  disease: DifferentialEntry;
  mix: CaseMix;
  nameOf: (findingId: string) => string;
  /** Read by screen readers only, beside the chart. */
  hidden: boolean;
}) {
  const words = useWords();
  const { t, odds, change, percent } = words;
  return (
    <ScrollRegion label={t('evidence.caption', { name: props.disease.name })} hidden={props.hidden}>
      <table className="tbl">
        <caption className="vh">{t('evidence.caption', { name: props.disease.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.step')}</th>
            <th scope="col" className="r">
              {t('evidence.ratio')}
            </th>
            <th scope="col" className="r">
              {t('evidence.logOdds')}
            </th>
            <th scope="col" className="r">
              {t('evidence.oddsSoFar')}
            </th>
            <th scope="col">{t('evidence.source')}</th>
          </tr>
        </thead>
        <tbody>
          {props.steps.map((step) => {
            const evidence = step.kind === 'evidence' ? step.evidence : null;
            const { name, note } = stepText(step, props.mix, props.nameOf, words);
            const bar = evidence === null ? null : change(oddsChange(step.contribution));
            return (
              <tr key={evidence?.findingId ?? step.kind}>
                <td>
                  {evidence !== null && <Sign finding={evidence} />}{' '}
                  {step.kind === 'result' ? <b>{name}</b> : name}
                  {[note, bar].map(
                    (text) =>
                      text !== null &&
                      text !== '' && (
                        <span key={text} className="small soft">
                          <br />
                          {text}
                        </span>
                      ),
                  )}
                </td>
                <td className="r num">{evidence !== null && `× ${twoFigures(evidence.likelihoodRatio)}`}</td>
                <td className="r num">{formatLogOdds(step.contribution)}</td>
                <td className="r num">
                  {step.kind === 'result' ? (
                    <b>{percent(props.disease.probability)}</b>
                  ) : (
                    odds(oddsOf(step.to))
                  )}
                </td>
                <td className="small soft">{evidence !== null && <SourceCell source={evidence.source} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
