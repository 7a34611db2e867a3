import { ScrollRegion } from '../app/ScrollRegion';
import { useState } from 'react';
import type { Lab, LabInput } from '../api/types';
import { formatUnit } from '../format/unit';
import { useWords } from '../i18n/use-words';
import { type Vocabulary, stateName } from './finding-words';
import { LabForm } from './LabForm';

function valueOf({ value, findingId }: Lab, vocabulary: Vocabulary): string {
  if (typeof value === 'number') return String(value);
  if ('titre' in value) return value.titre;
  return 'comparator' in value
    ? `${value.comparator}\u202f${String(value.number)}`
    : stateName(vocabulary, findingId ?? '', value.code);
}

function Reference({ range }: { range: Lab['referenceRange'] }) {
  const { t } = useWords();
  if (range?.low !== undefined && range.high !== undefined)
    return t('labs.between', { low: range.low, high: range.high });
  if (range?.high !== undefined) return t('labs.below', { high: range.high });
  if (range?.low !== undefined) return t('labs.above', { low: range.low });
  return '–';
}

/** Laboratory values as they were understood, with the state that each one became. */
export function Laboratory(props: {
  labs: readonly Lab[];
  pending: readonly LabInput[];
  vocabulary: Vocabulary;
  nameOf: (findingId: string) => string;
  onAdd: (lab: LabInput) => void;
}) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const { labs, pending, vocabulary } = props;
  const nameOf = (lab: Lab) =>
    lab.name ?? (lab.findingId === undefined ? (lab.code ?? '') : props.nameOf(lab.findingId));
  return (
    <section className="fnd" aria-labelledby="h-labs">
      <div className="head">
        <h2 id="h-labs">{t('labs.heading')}</h2>
        <button
          type="button"
          className="link small"
          aria-expanded={adding}
          onClick={() => {
            setAdding(!adding);
          }}
        >
          {t('labs.add')}
        </button>
      </div>
      {labs.length + pending.length > 0 && (
        <ScrollRegion label={t('labs.heading')}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('labs.test')}</th>
                <th scope="col" className="r">
                  {t('labs.value')}
                </th>
                <th scope="col">{t('labs.unit')}</th>
                <th scope="col">{t('labs.reference')}</th>
                <th scope="col">{t('labs.readAs')}</th>
              </tr>
            </thead>
            <tbody>
              {labs.map((lab, i) => (
                <tr key={`${lab.findingId ?? nameOf(lab)}${String(i)}`}>
                  <td>{nameOf(lab)}</td>
                  <td className="r num">
                    <b>{valueOf(lab, vocabulary)}</b>
                  </td>
                  <td className="soft">{lab.unit === undefined ? '–' : formatUnit(lab.unit)}</td>
                  <td className="soft num">
                    <Reference range={lab.referenceRange} />
                  </td>
                  <td>
                    {lab.findingId !== undefined && lab.state !== undefined
                      ? stateName(vocabulary, lab.findingId, lab.state)
                      : t('labs.notRead')}
                  </td>
                </tr>
              ))}
              {pending.map((lab) => (
                <tr key={lab.name + String(lab.value)}>
                  <td>{lab.name}</td>
                  <td className="r num">
                    <b>{lab.value}</b>
                  </td>
                  <td className="soft">{formatUnit(lab.unit)}</td>
                  <td className="soft">–</td>
                  <td>
                    <span className="tag draft">{t('findings.pending')}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {adding && <LabForm onAdd={props.onAdd} />}
    </section>
  );
}
