import type { Run, ToldSentence } from '../api/types';
import { passageAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import type { Locale } from '../format/locale';
import { useWords } from '../i18n/use-words';
import { Guided } from './Guided';

type Line = ToldSentence['evidence'][number];

/** Where a row of the list stands on the page. */
export const rowAnchor = (diseaseId: string): string => `row-${diseaseId}`;

/** The disease that a line is about, where it is in the list. */
const listedIn = (run: Run | undefined, { id }: Line): string | undefined => {
  const [, diseaseId] = id.split(':');
  return run?.differential.find((entry) => entry.diseaseId === diseaseId)?.diseaseId;
};

/** A line that a sentence rests on, with a way to where it comes from. */
function Source({ line, run }: { line: Line; run: Run | undefined }) {
  if (line.kind === 'passage') {
    const address = passageAddress(line.id.slice('passage:'.length));
    // Pages of lectures are not of this application: there the passage is loaded anew.
    return run === undefined ? (
      <a href={address}>{line.text}</a>
    ) : (
      <PageLink href={address}>{line.text}</PageLink>
    );
  }
  const diseaseId = line.kind === 'finding' || line.kind === 'test' ? undefined : listedIn(run, line);
  return diseaseId === undefined ? <>{line.text}</> : <a href={`#${rowAnchor(diseaseId)}`}>{line.text}</a>;
}

/** Sentences of a language model, each with what it rests on and what the passages among that say of it. */
export function ToldSentences(props: {
  sentences: readonly ToldSentence[];
  /** That they were written in. */
  language: Locale;
  /** The run on this page that their sources are shown in. */
  run?: Run | undefined;
}) {
  const { sentences, language, run } = props;
  const { t } = useWords();
  return (
    <ol>
      {sentences.map(({ text, evidence, guidance }) => (
        <li key={text}>
          <Guided text={text} guidance={guidance} language={language} names opensHere={run !== undefined} />
          <details>
            <summary className="small mute">{t('narrations.restsOn', { count: evidence.length })}</summary>
            <ul className="small">
              {evidence.map((line) => (
                <li key={line.id}>
                  <Source line={line} run={run} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}
