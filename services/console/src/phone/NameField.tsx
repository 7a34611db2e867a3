import { useEffect, useId, useRef } from 'react';
import { LONGEST } from '../../../../libs/learning/src/answers/answer';
import type { NamedDisease } from '../room/types';
import { namedExactly, type Offer, offersFor } from './name-search';
import type { PointRow } from './points';
import { usePhoneWords } from './use-phone-words';

/** A diagnosis to type, with names that fit below it; words that nobody knows are taken as they are. */
export function NameField(props: {
  row: PointRow;
  no: number;
  vocabulary: readonly NamedDisease[];
  taken: ReadonlySet<string>;
  onChange: (change: Partial<Omit<PointRow, 'key'>>) => void;
  /** The field is left; whether it holds a name. */
  onDone: (isNamed: boolean) => void;
}) {
  const { t } = usePhoneWords();
  const { row, vocabulary } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const wasNamed = useRef(row.text !== '');
  useEffect(() => {
    // Who asks to change a name wants to type at once; an empty form leaves the keyboard down.
    if (wasNamed.current) input.current?.focus();
  }, []);
  const others = new Set([...props.taken].filter((diseaseId) => diseaseId !== row.diseaseId));
  const offers = row.diseaseId === null ? offersFor(row.text, vocabulary, others) : [];
  const choose = (offer: Offer) => {
    props.onChange({ text: offer.name, diseaseId: offer.diseaseId });
    props.onDone(true);
  };
  return (
    <div
      className="ph-naming"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        const exact = namedExactly(row.text, vocabulary);
        if (exact !== undefined) props.onChange({ text: exact[1], diseaseId: exact[0] });
        props.onDone(row.text.trim() !== '');
      }}
    >
      <input
        ref={input}
        id={id}
        className="ph-field"
        value={row.text}
        maxLength={LONGEST.diagnosis}
        placeholder={t('points.placeholder')}
        aria-label={t('points.name', { no: props.no })}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        aria-describedby={`${id}-offers`}
        onChange={(event) => {
          props.onChange({ text: event.target.value, diseaseId: null });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <p className="vh" role="status" id={`${id}-offers`}>
        {row.text.trim() !== '' && row.diseaseId === null && t('points.offers', { count: offers.length })}
      </p>
      {offers.length > 0 && (
        <ul className="ph-offers">
          {offers.map((offer) => (
            <li key={offer.diseaseId}>
              <button
                type="button"
                onClick={() => {
                  choose(offer);
                }}
              >
                {offer.name}
                {offer.synonym !== null && <small>{offer.synonym}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
