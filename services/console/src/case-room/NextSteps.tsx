import { useState } from 'react';
import type { NextQuestion, NextTest, Outcome, Run } from '../api/types';
import { OutcomePanels } from '../charts/OutcomePanels';
import { useWords } from '../i18n/use-words';
import type { CodedFinding } from './draft';

/** Below half a hundredth of a bit there is no telling two questions apart. */
const LEAST_SHOWN = 0.005;
const COST_TIERS = [1, 2, 3, 4, 5] as const;
const INVASIVENESS = ['0', '1', '2', '3'] as const;
const TURNAROUNDS = ['immediate', 'minutes', 'hours', 'days', 'weeks'] as const;

const bitsOf = (information: number): string =>
  information < LEAST_SHOWN ? '<\u202f0.01' : information.toFixed(2);

function Facts({ test }: { test: NextTest }) {
  const { t } = useWords();
  const burden = INVASIVENESS.find((level) => level === String(test.cost.invasiveness));
  const turnaround = TURNAROUNDS.find((time) => time === test.cost.turnaround);
  return (
    <dl className="facts">
      <dt>{t('next.cost')}</dt>
      <dd>
        <svg className="squares" width="64" height="11" aria-hidden="true">
          {COST_TIERS.map((tier, i) => (
            <rect
              key={tier}
              className={tier <= test.cost.tier ? 'on' : ''}
              x={i * 13 + 0.5}
              y="0.5"
              width="10"
              height="10"
            />
          ))}
        </svg>
        {t('next.costOf', { tier: test.cost.tier })}
      </dd>
      <dt>{t('next.burden')}</dt>
      <dd>{burden === undefined ? test.cost.invasiveness : t(`next.invasiveness.${burden}`)}</dd>
      <dt>{t('next.resultIn')}</dt>
      <dd>{turnaround === undefined ? test.cost.turnaround : t(`next.turnaround.${turnaround}`)}</dd>
    </dl>
  );
}

interface ItemProps {
  readonly run: Run;
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly outcomes: readonly Outcome[];
  readonly test?: NextTest;
  readonly onRecord?: (outcome: Outcome) => void;
}

function Item({ run, id, title, line, outcomes, test, onRecord }: ItemProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li data-next={id}>
      <button
        type="button"
        className="link"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {title}
      </button>
      <p>{line}</p>
      {open && (
        <>
          {test !== undefined && <Facts test={test} />}
          <OutcomePanels
            outcomes={outcomes}
            differential={run.differential}
            other={run.other?.probability ?? 0}
            {...(onRecord && { onRecord })}
          />
          <p className="small mute">{t('next.key')}</p>
        </>
      )}
    </li>
  );
}

/** An answer to a question as a coded finding: an outcome is a presence, or a state of the finding. */
function answerOf(question: NextQuestion, { outcome }: Outcome): CodedFinding {
  const { findingId, name } = question;
  return outcome === 'present' || outcome === 'absent'
    ? { findingId, name, presence: outcome }
    : { findingId, name, value: { code: outcome } };
}

/** What would tell most: questions first, for they cost nothing; then tests, with cost and burden side by side. */
export function NextSteps({ run, onState }: { run: Run; onState: (finding: CodedFinding) => void }) {
  const { t } = useWords();
  const { nextQuestions, nextTests } = run;
  const bits = (information: number) => t('next.bits', { bits: bitsOf(information) });
  const sentence = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return (
    <section aria-labelledby="h-next">
      <h2 id="h-next">{t('next.heading')}</h2>
      {nextQuestions.length + nextTests.length === 0 ? (
        <p className="small mute">{t('next.empty')}</p>
      ) : (
        <>
          <ul className="plain">
            {nextQuestions.map((question) => (
              <Item
                key={question.findingId}
                run={run}
                id={question.findingId}
                title={t('next.ask', { name: question.name })}
                line={bits(question.expectedInformationGain)}
                outcomes={question.outcomes}
                onRecord={(outcome) => {
                  onState(answerOf(question, outcome));
                }}
              />
            ))}
            {nextTests.map((test) => (
              <Item
                key={test.testId}
                run={run}
                id={test.testId}
                title={test.name}
                line={sentence([bits(test.expectedInformationGain), test.rationale])}
                outcomes={test.outcomes}
                test={test}
              />
            ))}
          </ul>
          <p className="small mute">{t('next.bitsHint')}</p>
        </>
      )}
    </section>
  );
}
