import { ScrollRegion } from '../app/ScrollRegion';
import { useState } from 'react';
import type { Lab, LabInput, LaboratoryReport } from '../api/types';
import { formatUnit } from '../format/unit';
import { useWords } from '../i18n/use-words';
import type { Vocabulary } from './finding-words';
import { labRows } from './lab-rows';
import { LabForm } from './LabForm';
import { LabTableRow } from './LabRows';

/** Laboratory values as they were understood, each with the state that it became, what commonly gives it and its changes. */
export function Laboratory(props: {
  labs: readonly Lab[];
  report: LaboratoryReport | undefined;
  pending: readonly LabInput[];
  vocabulary: Vocabulary;
  nameOf: (findingId: string) => string;
  onAdd: (lab: LabInput) => void;
}) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const { labs, pending, vocabulary } = props;
  /** As it was written; a test that is told in words ("anaemia") by its own name. */
  const nameOf = ({ name, code, findingId, value }: Lab): string => {
    const isInWords = typeof value === 'object' && 'code' in value;
    if (findingId === undefined) return name ?? code ?? '';
    return isInWords ? props.nameOf(findingId) : (name ?? props.nameOf(findingId));
  };
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
              {labRows(labs, props.report).map((row, i) => (
                <LabTableRow
                  key={`${row.lab.findingId ?? nameOf(row.lab)}${String(i)}`}
                  row={row}
                  name={nameOf(row.lab)}
                  vocabulary={vocabulary}
                />
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
          {props.report !== undefined && <p className="small mute">{t('labs.estimates')}</p>}
        </ScrollRegion>
      )}
      {adding && <LabForm onAdd={props.onAdd} />}
    </section>
  );
}
