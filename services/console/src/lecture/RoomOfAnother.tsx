import { useQuery } from '@tanstack/react-query';
import { spacedCode } from '../phone/address';
import { useLectureApi } from './context';
import { ControlBar } from './ControlBar';
import { isRefused, MissingRoom } from './MissingRoom';
import { Scores } from './ResultsSection';
import { TeamsTable } from './TeamsTable';
import { useLectureWords } from './use-lecture-words';

/** In place of a room that one does not lead: what came in, for whoever teaches the course that it stands in. */
export function RoomOfAnother({ code, fault }: { code: string; fault: unknown }) {
  const api = useLectureApi();
  const { t, locale } = useLectureWords();
  const { data } = useQuery({
    queryKey: ['room', code, 'results', locale],
    queryFn: ({ signal }) => api.results(code, locale, signal),
    enabled: isRefused(fault),
    retry: false,
  });
  if (data === undefined) return <MissingRoom code={code} fault={fault} />;
  return (
    <>
      <ControlBar />
      <main className="wrap ct" id="main" data-testid="room-of-another">
        <h1>{t('seen.title', { code: spacedCode(code) })}</h1>
        <p className="lede">{t('seen.text', { count: data.participants })}</p>
        <section className="ct-seen">
          <h2>{t('control.results')}</h2>
          {data.rounds.every(({ scores }) => scores === null || scores.of === 0) && (
            <p className="small soft">{t('seen.nothing')}</p>
          )}
          <Scores results={data} />
          <TeamsTable results={data} />
        </section>
      </main>
    </>
  );
}
