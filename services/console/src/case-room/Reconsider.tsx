import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { ChangeOfFirst } from './ChangeOfFirst';
import { Disclosure } from './Disclosure';
import { StepByStep } from './StepByStep';

/** Questions to the list that are worked out when somebody asks them. */
export function Reconsider({ run }: { run: Run }) {
  const { t } = useWords();
  return (
    <section className="reconsider" aria-label={t('views.label')}>
      <ul className="plain">
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
      </ul>
    </section>
  );
}
