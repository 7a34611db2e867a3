import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { Calibration } from './Calibration';
import { ChangeOfFirst } from './ChangeOfFirst';
import { Disclosure } from './Disclosure';
import type { Corrections } from './FindingSpan';
import { StepByStep } from './StepByStep';
import { WhatIf } from './WhatIf';

/** Questions to the list that are worked out when somebody asks them. */
export function Reconsider(props: { run: Run; corrections: Corrections }) {
  const { t } = useWords();
  const { run, corrections } = props;
  const { vocabulary, nameOf, onState } = corrections;
  return (
    <section className="reconsider" aria-label={t('views.label')}>
      <ul className="plain">
        <li>
          <Disclosure key={run.id} title={t('whatIf.ask')}>
            {() => <WhatIf run={run} vocabulary={vocabulary} nameOf={nameOf} onState={onState} />}
          </Disclosure>
        </li>
        <li>
          <Disclosure key={run.id} title={t('firstPlace.ask')}>
            {() => <ChangeOfFirst runId={run.id} />}
          </Disclosure>
        </li>
        <li>
          <Disclosure key={run.id} title={t('stages.ask')}>
            {() => <StepByStep run={run} />}
          </Disclosure>
        </li>
        <li>
          <Disclosure key={run.id} title={t('calibration.ask')}>
            {() => <Calibration />}
          </Disclosure>
        </li>
      </ul>
    </section>
  );
}
