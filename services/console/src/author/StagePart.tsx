import { ErrorNotice } from '../app/ErrorNotice';
import { useVocabulary } from '../api/use-vocabulary';
import { wordsOf } from '../case-room/LeftOut';
import { useWords } from '../i18n/use-words';
import { ChoicesPart } from './ChoicesPart';
import { type CaseStage, isEmptyText, STAGE_KINDS } from './case-form';
import { FactTable } from './FactTable';
import { BilingualField, SelectField } from './fields';
import type { PartProps } from './part-props';
import { useReadStage } from './use-read-stage';

const MAX_TEXT = 4_000;
const TEXT_ROWS = 8;

function ReadAs(props: PartProps & { place: number; stage: CaseStage; onStage: (stage: CaseStage) => void }) {
  const { t, locale, list } = useWords();
  const { form, place, stage, onStage } = props;
  const vocabulary = useVocabulary(locale);
  const facts = stage.findings ?? {};
  const reading = useReadStage(form.patient, (read) => {
    // What the teacher has said already stands.
    onStage({ ...stage, findings: { ...read, ...facts } });
  });
  const { data } = reading;
  const added = data ? Object.keys(data.facts).length : 0;
  return (
    <section aria-labelledby="h-read-as">
      <div className="head">
        <h3 id="h-read-as">{t('author.readAs')}</h3>
        <button
          type="button"
          className="link small"
          disabled={isEmptyText(stage.text) || reading.isPending}
          onClick={() => {
            reading.mutate(stage);
          }}
        >
          {reading.isPending ? t('start.reading') : t('author.readText')}
        </button>
      </div>
      <p className="small mute">{t('author.readAsHint')}</p>
      {reading.error !== null && <ErrorNotice error={reading.error} safe={t('author.kept')} />}
      <p className="small soft" role="status">
        {data !== undefined &&
          data !== null &&
          (data.unmatched.length === 0
            ? t('author.read', { count: added })
            : t('author.readLeaving', { count: added, words: list(wordsOf(data.unmatched)) }))}
      </p>
      <FactTable
        facts={facts}
        pointer={`/stages/${String(place)}/findings`}
        vocabulary={vocabulary}
        onChange={(findings) => {
          onStage({ ...stage, findings });
        }}
      />
    </section>
  );
}

/** One stage: what students read, and what of it the engine is given. */
export function StagePart({ form, change, place }: PartProps & { place: number }) {
  const { t } = useWords();
  const stage = form.stages[place];
  if (stage === undefined) return null;
  const pointer = `/stages/${String(place)}`;
  const write = (next: CaseStage): void => {
    change((before) => ({ ...before, stages: before.stages.with(place, next) }));
  };
  return (
    <>
      <div className="fields">
        <SelectField
          label={t('author.stageKind')}
          pointer={`${pointer}/stage`}
          value={stage.stage}
          options={STAGE_KINDS.map((value) => ({ value, label: t(`author.stage.${value}`) }))}
          onChange={(kind) => {
            write({ ...stage, stage: kind });
          }}
        />
      </div>
      <BilingualField
        label={t('author.stageTitle')}
        pointer={`${pointer}/title`}
        value={stage.title}
        max={200}
        onChange={(title) => {
          write({ ...stage, title });
        }}
      />
      <BilingualField
        label={t('author.stageText')}
        hint={t('author.stageTextHint')}
        pointer={`${pointer}/text`}
        value={stage.text}
        rows={TEXT_ROWS}
        max={MAX_TEXT}
        onChange={(text) => {
          write({ ...stage, text });
        }}
      />
      <ReadAs key={place} form={form} change={change} place={place} stage={stage} onStage={write} />
      <ChoicesPart form={form} change={change} place={place} />
    </>
  );
}
