import { Sign } from '../case-room/Sign';
import type { CaseMix, Evidence } from '../api/types';
import { formatLogOdds, oddsChange, oddsOf } from '../format/odds';
import { useWords } from '../i18n/use-words';
import { oddsScale } from './odds-scale';
import { type Step, type Waterfall, oddsTicks } from './waterfall';

/** Bars narrower than this, in per cent of the chart, carry no arrow head. */
const THINNEST = 0.4;

/** What a reader must know of a row beside its name. */
export function evidenceNote(
  evidence: Evidence,
  nameOf: (findingId: string) => string,
  words: ReturnType<typeof useWords>,
) {
  const { t, percent, list } = words;
  const via = list(evidence.from.filter((id) => id !== evidence.findingId).map(nameOf));
  const notes = [
    evidence.value?.name,
    evidence.certainty < 1 ? t('findings.sure', { percent: percent(evidence.certainty) }) : null,
    evidence.match === 'unexplained' ? t('evidence.unexplained') : null,
    (evidence.match === 'via-ancestor' || evidence.match === 'implied-absent') && via !== ''
      ? t(`evidence.${evidence.match}`, { names: via })
      : null,
    evidence.weight < 1 ? t('evidence.weight', { percent: percent(evidence.weight) }) : null,
  ];
  return notes
    .filter((note): note is string => typeof note === 'string' && note !== '')
    .join(words.locale === 'zh' ? '；' : '; ');
}

export interface StepText {
  readonly name: string;
  readonly note: string;
}

export function stepText(
  step: Step,
  mix: CaseMix,
  nameOf: (id: string) => string,
  words: ReturnType<typeof useWords>,
): StepText {
  const { t } = words;
  switch (step.kind) {
    case 'prior':
      return { name: t('evidence.prior'), note: t('evidence.priorNote', { mix }) };
    case 'evidence':
      return { name: step.evidence.name, note: evidenceNote(step.evidence, nameOf, words) };
    case 'rest':
      return { name: t('evidence.rest', { count: step.count }), note: '' };
    case 'shared':
      return { name: t('evidence.shared'), note: t('evidence.sharedNote') };
    case 'result':
      return { name: t('evidence.result'), note: '' };
  }
}

/** A label near an edge stays inside it. */
function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 12) return 'start';
  return percent > 88 ? 'end' : 'middle';
}

function Bar({ step, x }: { step: Step; x: (logOdds: number) => number }) {
  const left = x(Math.min(step.from, step.to));
  const width = Math.max(Math.abs(x(step.to) - x(step.from)), THINNEST);
  const place = { x: `${String(left)}%`, width: `${String(width)}%`, y: '25%', height: '50%' };
  if (step.kind === 'prior' || step.kind === 'result') {
    return <circle className="pt" cx={`${String(x(step.to))}%`} cy="50%" r="5.5" />;
  }
  if (step.kind === 'shared') return <rect className="shared-bar" fill="url(#hatch-n)" {...place} />;
  return step.contribution >= 0 ? (
    <rect className="for-bar" {...place} />
  ) : (
    <rect className="against-bar" fill="url(#hatch-a)" {...place} />
  );
}

function Connectors({
  step,
  x,
  first,
  last,
}: {
  step: Step;
  x: (logOdds: number) => number;
  first: boolean;
  last: boolean;
}) {
  const start = `${String(x(step.kind === 'result' ? step.to : step.from))}%`;
  const end = `${String(x(step.to))}%`;
  return (
    <>
      {!first && <line className="cn" x1={start} x2={start} y1="0" y2="25%" />}
      {!last && <line className="cn" x1={end} x2={end} y1="75%" y2="100%" />}
    </>
  );
}

/**
 * The computation as a picture: each bar starts where the last one ended. The rows are text, so that long names
 * wrap; only the bars are drawn. A reader without the picture has the table that stands beside it.
 */
export function WaterfallChart(props: {
  waterfall: Waterfall;
  probability: number;
  mix: CaseMix;
  nameOf: (findingId: string) => string;
  sentence: string;
}) {
  const words = useWords();
  const { t, odds, change, percent, frequency } = words;
  const { steps, domain } = props.waterfall;
  const x = oddsScale(domain);
  const ticks = oddsTicks(domain);
  const plain = (step: Step): string => {
    if (step.kind === 'prior') return odds(oddsOf(step.to));
    if (step.kind === 'result') {
      return t('evidence.resultWords', {
        probability: percent(props.probability),
        frequency: frequency(props.probability),
      });
    }
    return change(oddsChange(step.contribution));
  };
  return (
    <div className="wf" role="img" aria-label={props.sentence}>
      <div className="wf-axis">
        <span>{t('evidence.oddsAgainstOther')}</span>
        <svg>
          {ticks.map((tick) => (
            <text key={tick} x={`${String(x(tick))}%`} y="0.75rem" textAnchor={anchor(x(tick))}>
              {odds(oddsOf(tick))}
            </text>
          ))}
        </svg>
        <span className="lo">{t('evidence.logOdds')}</span>
        <span className="wd">{t('evidence.plain')}</span>
      </div>
      {steps.map((step, i) => {
        const { name, note } = stepText(step, props.mix, props.nameOf, words);
        const signed = step.kind === 'evidence';
        return (
          <div key={signed ? step.evidence.findingId : step.kind} className={`wf-row ${step.kind}`}>
            <div className={signed ? 'name' : 'name bare'}>
              {signed && <Sign finding={step.evidence} />}
              <span>
                {name}
                {note !== '' && <small>{note}</small>}
              </span>
            </div>
            <div className="lane">
              <svg>
                {ticks.map((tick) => (
                  <line
                    key={tick}
                    className={tick === 0 ? 'even' : 'gl'}
                    x1={`${String(x(tick))}%`}
                    x2={`${String(x(tick))}%`}
                    y1="0"
                    y2="100%"
                  />
                ))}
                <Connectors step={step} x={x} first={i === 0} last={i === steps.length - 1} />
                <Bar step={step} x={x} />
              </svg>
            </div>
            <span className="lo num">{formatLogOdds(step.contribution)}</span>
            <span className="wd">{plain(step)}</span>
          </div>
        );
      })}
    </div>
  );
}
