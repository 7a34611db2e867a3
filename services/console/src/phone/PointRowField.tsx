import { useState } from 'react';
import type { NamedDisease } from '../room/types';
import { NameField } from './NameField';
import { PointControls } from './PointControls';
import type { PointRow } from './points';
import { usePhoneWords } from './use-phone-words';

/** One diagnosis: its name to type, then its name and its points. */
export function PointRowField(props: {
  row: PointRow;
  no: number;
  vocabulary: readonly NamedDisease[];
  taken: ReadonlySet<string>;
  onChange: (change: Partial<Omit<PointRow, 'key'>>) => void;
  onRemove?: () => void;
}) {
  const { row, no } = props;
  const { t } = usePhoneWords();
  const [naming, setNaming] = useState(row.text.trim() === '');
  const name = row.text.trim() === '' ? t('points.unnamed', { no }) : row.text.trim();
  if (naming) {
    return (
      <li className="ph-row naming">
        <NameField
          row={row}
          no={no}
          vocabulary={props.vocabulary}
          taken={props.taken}
          onChange={props.onChange}
          onDone={(isNamed) => {
            setNaming(!isNamed);
          }}
        />
        <PointControls
          name={name}
          points={row.points}
          onChange={(points) => {
            props.onChange({ points });
          }}
        />
      </li>
    );
  }
  return (
    <li className="ph-row">
      <p className="ph-name">
        <button
          type="button"
          aria-label={t('points.change', { name })}
          onClick={() => {
            setNaming(true);
          }}
        >
          {name}
        </button>
        <small>
          {row.diseaseId === null && t('points.ownWords')}
          {props.onRemove !== undefined && (
            <button
              type="button"
              className="ph-take"
              aria-label={t('points.remove', { name })}
              onClick={props.onRemove}
            >
              ×
            </button>
          )}
        </small>
      </p>
      <PointControls
        name={name}
        points={row.points}
        onChange={(points) => {
          props.onChange({ points });
        }}
      />
    </li>
  );
}
