import { ScrollRegion } from '../app/ScrollRegion';
import type { RoomResults } from '../room/types';
import { useLectureWords } from './use-lecture-words';

const figure = (value: number | null | undefined): string => value?.toFixed(2).replace('-', '−') ?? '–';

/** How each team did in the last question for teams, beside its members. */
export function TeamsTable({ results }: { results: RoomResults }) {
  const { t } = useLectureWords();
  const teams = results.rounds.findLast((round) => round.teams !== undefined)?.teams ?? [];
  if (teams.length === 0) return null;
  return (
    <>
      <h3>{t('team.table')}</h3>
      <ScrollRegion label={t('team.table')}>
        <table className="ct-table">
          <thead>
            <tr>
              {(['no', 'members', 'log', 'gained'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`team.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {teams.map(({ no, members, score, gain }) => (
              <tr key={no}>
                <th scope="row" className="num">
                  {no}
                </th>
                <td className="num">{members.join(', ')}</td>
                <td className="num">{figure(score?.logScore)}</td>
                <td className="num">{figure(gain?.logScore)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
