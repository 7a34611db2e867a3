import { Input, NumberField } from 'react-aria-components';
import { ScrollRegion } from '../app/ScrollRegion';
import { useWords } from '../i18n/use-words';
import { type CaseKey, diseasesOf, otherPercent, withEssential, withPercent } from './case-form';
import { useFieldChecks } from './checks-context';
import { BilingualField, PickerField, PickerList, Said } from './fields';
import type { PartProps } from './part-props';
import { stageTitle } from './stage-title';
import { type NamedList, useDiseases, useFindings } from './use-named';

interface KeyProps extends PartProps {
  readonly diseases: NamedList;
  readonly write: (part: Partial<CaseKey>) => void;
}

function Alternatives({ form, diseases, write }: KeyProps) {
  const { t } = useWords();
  const { alternatives = [], diagnosis } = form.key;
  const free = diseases.items.filter(
    ({ id }) => id !== diagnosis && !alternatives.some((each) => each.id === id),
  );
  return (
    <section aria-labelledby="h-alternatives">
      <h3 id="h-alternatives">{t('author.alternatives')}</h3>
      <p className="small mute">{t('author.alternativesHint')}</p>
      {alternatives.map((alternative, place) => (
        <div key={alternative.id} className="entry">
          <BilingualField
            label={t('author.whyNot', { name: diseases.nameOf(alternative.id) })}
            pointer={`/key/alternatives/${String(place)}/why`}
            value={alternative.why}
            rows={2}
            max={600}
            onChange={(why) => {
              write({ alternatives: alternatives.with(place, { ...alternative, why }) });
            }}
          />
          <button
            type="button"
            className="link small"
            onClick={() => {
              write({ alternatives: alternatives.toSpliced(place, 1) });
            }}
          >
            {t('author.takeOut', { name: diseases.nameOf(alternative.id) })}
          </button>
        </div>
      ))}
      <PickerField
        key={alternatives.length}
        label={t('author.addAlternative')}
        pointer="/key/alternatives/-"
        items={free}
        value=""
        placeholder={t('author.findByName')}
        onChange={(id) => {
          write({ alternatives: [...alternatives, { id, why: {} }] });
        }}
      />
    </section>
  );
}

function Percentage(props: {
  label: string;
  value: number | undefined;
  onChange: (percent: number | null) => void;
}) {
  return (
    <NumberField
      aria-label={props.label}
      value={props.value ?? Number.NaN}
      minValue={1}
      maxValue={100}
      step={1}
      onChange={(value) => {
        props.onChange(Number.isNaN(value) ? null : value);
      }}
    >
      <Input className="field" />
    </NumberField>
  );
}

/** What the teacher would commit after each stage: students are scored against it. */
function Percentages({ form, diseases, write }: KeyProps) {
  const { t } = useWords();
  const { key, stages } = form;
  const { checks, said } = useFieldChecks('/key/perStage', true);
  const rows = diseasesOf(key);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="h-percent">
      <h3 id="h-percent">{t('author.perStage')}</h3>
      <p className="small mute">{t('author.perStageHint')}</p>
      <ScrollRegion label={t('author.perStage')}>
        <table className="tbl percent">
          <thead>
            <tr>
              <th scope="col">{t('differential.disease')}</th>
              {stages.map((stage, place) => (
                <th key={place} scope="col" className="r">
                  {stageTitle(stage, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((diseaseId) => (
              <tr key={diseaseId}>
                <th scope="row">{diseases.nameOf(diseaseId)}</th>
                {stages.map((stage, place) => (
                  <td key={place} className="r">
                    <Percentage
                      label={t('author.percentOf', {
                        name: diseases.nameOf(diseaseId),
                        stage: stageTitle(stage, t),
                      })}
                      value={key.perStage?.[place]?.find((each) => each.diseaseId === diseaseId)?.percent}
                      onChange={(percent) => {
                        const said_ = { stage: place, diseaseId, percent };
                        write({ perStage: withPercent(key.perStage, stages.length, said_) });
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('differential.otherShort')}</th>
              {stages.map((_, place) => {
                const other = otherPercent(key.perStage?.[place] ?? []);
                return (
                  <td key={place} className="r num">
                    {other < 0 ? <b className="fault">{t('author.over', { points: -other })}</b> : other}
                  </td>
                );
              })}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      <Said id={said} checks={checks} />
    </section>
  );
}

/** The teacher's key. It counts; the engine only answers. */
export function KeyPart({ form, change }: PartProps) {
  const { t } = useWords();
  const diseases = useDiseases();
  const findings = useFindings();
  const { key } = form;
  const write = (part: Partial<CaseKey>): void => {
    change((before) => ({ ...before, key: { ...before.key, ...part } }));
  };
  return (
    <>
      <p className="small soft">{t('author.keyHint')}</p>
      <div className="fields">
        <PickerField
          label={t('author.diagnosis')}
          pointer="/key/diagnosis"
          items={diseases.items}
          value={key.diagnosis}
          placeholder={t('author.findByName')}
          onChange={(diagnosis) => {
            write({ diagnosis });
          }}
        />
        <PickerList
          label={t('author.acceptable')}
          hint={t('author.acceptableHint')}
          pointer="/key/acceptable"
          items={diseases.items.filter(({ id }) => id !== key.diagnosis)}
          nameOf={diseases.nameOf}
          value={key.acceptable ?? []}
          onChange={(acceptable) => {
            write({ acceptable });
          }}
        />
        <PickerList
          label={t('author.mustConsider')}
          hint={t('author.mustConsiderHint')}
          pointer="/key/mustConsider"
          items={diseases.items}
          nameOf={diseases.nameOf}
          value={key.mustConsider ?? []}
          onChange={(mustConsider) => {
            write({ mustConsider });
          }}
        />
        <PickerList
          label={t('author.essential')}
          hint={t('author.essentialHint')}
          pointer="/essential"
          items={findings.items}
          nameOf={findings.nameOf}
          value={form.essential ?? []}
          onChange={(essential) => {
            change((before) => withEssential(before, essential));
          }}
        />
      </div>
      <Alternatives form={form} change={change} diseases={diseases} write={write} />
      <Percentages form={form} change={change} diseases={diseases} write={write} />
    </>
  );
}
