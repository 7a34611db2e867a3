import { useWords } from '../i18n/use-words';
import { type CaseForm, emptyStage, type StageKind, withoutStage } from './case-form';
import { isMistake, partOf, type Part, type ToldCheck } from './told-checks';
import type { PartProps } from './part-props';
import { stageTitle } from './stage-title';

const MOST_STAGES = 8;
const NEXT_KIND: Readonly<Record<StageKind, StageKind>> = {
  history: 'examination',
  examination: 'laboratory',
  laboratory: 'imaging',
  imaging: 'imaging',
};

function usePartHints(form: CaseForm): (part: Part) => string {
  const { t } = useWords();
  const { key, teachingPoints, questions = [], stages } = form;
  return (part) => {
    switch (part) {
      case 'about':
        return t('author.aboutHint');
      case 'key':
        return t('author.keyCount', { count: (key.alternatives ?? []).length });
      case 'debrief':
        return t('author.debriefCount', { points: teachingPoints.length, questions: questions.length });
      default: {
        const { findings = {} } = stages[Number(part.slice('stage-'.length))] ?? {};
        return t('author.factCount', { count: Object.keys(findings).length });
      }
    }
  };
}

/** The parts of a case in the order in which it is taken; what must be mended is marked at its part. */
export function PartList(
  props: PartProps & { part: Part; checks: readonly ToldCheck[]; onOpen: (part: Part) => void },
) {
  const { t } = useWords();
  const { form, change, part: open, onOpen } = props;
  const hintOf = usePartHints(form);
  const { stages } = form;
  const parts: [Part, string][] = [
    ['about', t('author.part.about')],
    ...stages.map((stage, place): [Part, string] => [`stage-${place}`, stageTitle(stage, t)]),
    ['key', t('author.part.key')],
    ['debrief', t('author.part.debrief')],
  ];
  const openStage = open.startsWith('stage-') ? Number(open.slice('stage-'.length)) : null;
  return (
    <nav className="parts" aria-label={t('author.parts')}>
      <ol>
        {parts.map(([part, name]) => {
          const mistakes = props.checks.filter(
            (check) => isMistake(check) && partOf(check.pointer) === part,
          ).length;
          return (
            <li key={part}>
              <button
                type="button"
                aria-current={part === open ? 'step' : undefined}
                onClick={() => {
                  onOpen(part);
                }}
              >
                <b>{name}</b>
                <span>{hintOf(part)}</span>
                {mistakes > 0 && <span className="fault">{t('author.toMend', { count: mistakes })}</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <p className="links">
        {stages.length < MOST_STAGES && (
          <button
            type="button"
            className="link small"
            onClick={() => {
              const kind = NEXT_KIND[stages.at(-1)?.stage ?? 'history'];
              change((before) => ({ ...before, stages: [...before.stages, emptyStage(kind)] }));
              onOpen(`stage-${stages.length}`);
            }}
          >
            {t('author.addStage')}
          </button>
        )}
        {openStage !== null && stages.length > 1 && (
          <button
            type="button"
            className="link small"
            onClick={() => {
              change((before) => withoutStage(before, openStage));
              onOpen(openStage === 0 ? 'stage-0' : `stage-${openStage - 1}`);
            }}
          >
            {t('author.removeStage')}
          </button>
        )}
      </p>
    </nav>
  );
}
