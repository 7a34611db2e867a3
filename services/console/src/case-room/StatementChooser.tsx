import type { Finding, VocabularyFinding } from '../api/types';
import { useWords } from '../i18n/use-words';
import { type CodedFinding, type Statement, stated } from './draft';
import { Sign } from './Sign';
import { signOf } from './finding-sign';

const STATEMENTS = ['present', 'absent', 'uncertain', 'family'] as const satisfies readonly Statement[];

interface Subject {
  readonly findingId: string;
  readonly name: string;
}

/** Present, absent, uncertain, family; for a finding with states, which one. One click states it. */
export function StatementChooser(props: {
  subject: Subject;
  known: VocabularyFinding | undefined;
  current: Finding | undefined;
  onState: (finding: CodedFinding) => void;
}) {
  const { t } = useWords();
  const { subject, known, current } = props;
  if (known?.domain === 'categorical') {
    const value = current?.value;
    return (
      <select
        className="field"
        aria-label={t('correct.value', { name: subject.name })}
        value={value !== undefined && 'code' in value ? value.code : ''}
        onChange={(event) => {
          props.onState({ ...subject, value: { code: event.target.value } });
        }}
      >
        <option value="" disabled>
          {t('correct.chooseValue')}
        </option>
        {(known.states ?? []).map((state) => (
          <option key={state.code} value={state.code}>
            {state.name}
          </option>
        ))}
      </select>
    );
  }
  const said = current === undefined ? null : signOf(current).label;
  return (
    <div className="seg" role="group" aria-label={t('correct.label', { name: subject.name })}>
      {STATEMENTS.map((statement) => {
        const finding = stated(subject, statement);
        return (
          <button
            key={statement}
            type="button"
            aria-pressed={said === statement}
            onClick={() => {
              props.onState(finding);
            }}
          >
            <Sign finding={finding} decorative />
            {t(`correct.${statement}`)}
          </button>
        );
      })}
    </div>
  );
}
