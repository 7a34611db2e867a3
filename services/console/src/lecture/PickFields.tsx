import { PickerField } from '../author/fields';
import { type NamedList, useFindings, useTests } from '../author/use-named';
import { MOST_PICKED, NO_OFFER, pickedOf } from './question-draft';
import type { QuestionProps } from './QuestionFields';
import { useLectureWords } from './use-lecture-words';
import { VerdictMark } from './VerdictMark';

/** The tests, or the findings to ask for, of which the class chooses: what the case offers, and any other by name. */
export function PickFields(props: QuestionProps) {
  return props.draft.task === 'next-test' ? (
    <Picks {...props} names={useTests} />
  ) : (
    <Picks {...props} names={useFindings} />
  );
}

function Picks({ draft, onChange, material, names }: QuestionProps & { names: () => NamedList }) {
  const { t } = useLectureWords();
  const { items, nameOf } = names();
  const offer = material ?? NO_OFFER;
  const offered = draft.task === 'next-test' ? offer.tests : offer.findings;
  const picked = pickedOf(draft, offer);
  const listed = [...new Set([...offered, ...picked])];
  const pick = (ids: readonly string[]) => {
    onChange({ ...draft, picked: ids });
  };
  const adds = draft.task === 'next-test' ? t('question.addTest') : t('question.addFinding');
  return (
    <div className="ct-picks">
      <ul>
        {listed.map((id) => (
          <li key={id}>
            <label className="ct-check">
              <input
                type="checkbox"
                checked={picked.includes(id)}
                onChange={(event) => {
                  pick(event.target.checked ? [...picked, id] : picked.filter((each) => each !== id));
                }}
              />
              {nameOf(id)}
            </label>
            <VerdictMark mark={material?.verdicts.get(id) ?? null} />
          </li>
        ))}
        <li className="ct-check soft">
          {t(draft.task === 'next-test' ? 'question.noTest' : 'question.nothing')}
        </li>
      </ul>
      {picked.length < MOST_PICKED && (
        <PickerField
          key={listed.join()}
          label={adds}
          pointer={`/question-${String(draft.key)}/options`}
          items={items.filter(({ id }) => !listed.includes(id))}
          value=""
          onChange={(id) => {
            pick([...picked, id]);
          }}
        />
      )}
    </div>
  );
}
