import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { ScrollRegion } from '../app/ScrollRegion';
import { Disclosure } from '../case-room/Disclosure';
import type { TeacherRoomState } from '../room/types';
import { AskFirst } from './AskFirst';
import { useLectureApi } from './context';
import {
  type Column,
  COLUMNS,
  foundIn,
  inOrder,
  type Order,
  penOf,
  type PeopleRow,
  peopleRows,
} from './people-rows';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';

interface Props {
  readonly state: TeacherRoomState;
  readonly press: LectureRoom['press'];
}

const LOOK_AGAIN_MS = 5_000;
const ROWS_OF_A_PAGE = 50;
const MORE_SECONDS = 30;

/** Everybody in the room, asked for again while the table is open; at once when a question opens or closes. */
function usePeople({ code, roomId, state, control }: TeacherRoomState) {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const asked = control.rounds.map((round) => `${String(round.attempt)}${round.state}`).join();
  return useQuery({
    queryKey: ['room', code, 'people', asked, control.removed.length],
    queryFn: ({ signal }) => api.participants(roomId, locale, signal),
    placeholderData: (previous) => previous,
    refetchInterval: state === 'ended' ? false : LOOK_AGAIN_MS,
  });
}

/** Who sits in the room and how each does. For the teacher alone: on the wall nobody has a name. */
export function PeopleTable(props: Props) {
  const { t } = useLectureWords();
  return (
    <section>
      <h2>{t('people.title')}</h2>
      <Disclosure title={t('people.open')}>{() => <People {...props} />}</Disclosure>
    </section>
  );
}

function People({ state, press }: Props) {
  const { t, locale } = useLectureWords();
  const { data, error } = usePeople(state);
  const [order, setOrder] = useState<Order>({ by: 'number', down: false });
  const [sought, setSought] = useState('');
  const [page, setPage] = useState(0);
  const rows = useMemo(() => peopleRows(data ?? []), [data]);
  const found = useMemo(() => inOrder(foundIn(rows, sought), order, locale), [rows, sought, order, locale]);
  const told = state.control.rounds.some(({ layers }) => layers.includes('diagnosis'));
  const columns = COLUMNS.filter(
    (column) =>
      (column !== 'team' || rows.some(({ team }) => team !== null)) &&
      (column !== 'name' || rows.some(({ name, simulated }) => name !== '' || simulated)) &&
      ((column !== 'right' && column !== 'score') || told),
  );
  const last = Math.max(0, Math.ceil(found.length / ROWS_OF_A_PAGE) - 1);
  const at = Math.min(page, last);
  const sort = (by: Column) => {
    setOrder((now) => ({ by, down: now.by === by && !now.down }));
    setPage(0);
  };
  if (data === undefined)
    return error === null ? <p className="small soft">…</p> : <ErrorNotice error={error} />;
  return (
    <div className="ct-people">
      <p className="small soft">{t('people.hint')}</p>
      <label className="ct-check">
        {t('people.find')}
        <input
          className="field ct-words"
          type="search"
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setPage(0);
          }}
        />
      </label>
      {found.length === 0 ? (
        <p className="small soft">{t(rows.length === 0 ? 'people.nobody' : 'people.noneFound')}</p>
      ) : (
        <ScrollRegion label={t('people.title')}>
          <table className="ct-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <Head key={column} column={column} order={order} onSort={sort} />
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {found.slice(at * ROWS_OF_A_PAGE, (at + 1) * ROWS_OF_A_PAGE).map((row) => (
                <Row key={row.number} row={row} columns={columns} state={state} press={press} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {last > 0 && <Pages page={at} last={last} onPage={setPage} />}
    </div>
  );
}

function Head(props: { column: Column; order: Order; onSort: (column: Column) => void }) {
  const { t } = useLectureWords();
  const { column, order, onSort } = props;
  const isSorted = order.by === column;
  return (
    <th scope="col" aria-sort={isSorted ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="ct-sort"
        onClick={() => {
          onSort(column);
        }}
      >
        {t(`people.${column}`)}
        <span aria-hidden="true">{isSorted ? (order.down ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}

function useCell(row: PeopleRow): (column: Column) => string {
  const { t } = useLectureWords();
  return (column) => {
    switch (column) {
      case 'number':
        return String(row.number);
      case 'name':
        return row.simulated ? t('rehearsal.simulated') : row.name;
      case 'team':
        return row.team === null ? '–' : String(row.team);
      case 'answered':
        return row.answersNow === null
          ? String(row.answered)
          : t('people.now', { count: row.answered, now: row.answersNow ? 'yes' : 'no' });
      case 'right':
        return row.judged === 0 ? '–' : t('people.rightOf', { right: row.right, of: row.judged });
      case 'score':
        return row.score === null ? '–' : row.score.toFixed(2);
    }
  };
}

function Row({ row, columns, state, press }: Props & { row: PeopleRow; columns: readonly Column[] }) {
  const { t } = useLectureWords();
  const cell = useCell(row);
  const { number } = row;
  const { round } = state;
  const runs = round?.state === 'open' && round.closesAt !== null;
  const pen = penOf(row, state.teams?.pens);
  return (
    <tr data-number={number}>
      {columns.map((column) =>
        column === 'number' ? (
          <th key={column} scope="row" className="num">
            {number}
          </th>
        ) : (
          <td key={column} className={column === 'name' ? undefined : 'num'}>
            {cell(column)}
          </td>
        ),
      )}
      <td className="ct-acts">
        {runs && (
          <button
            type="button"
            className="btn small"
            aria-label={t('people.extendOne', { number })}
            onClick={() => void press({ type: 'extend', roundId: round.id, seconds: MORE_SECONDS, number })}
          >
            {t('control.more')}
          </button>
        )}
        {pen === 'holds' && <span className="small">{t('people.hasPen')}</span>}
        {pen === 'may-hold' && (
          <button
            type="button"
            className="btn small"
            aria-label={t('people.givePenTo', { number })}
            onClick={() => void press({ type: 'pen', number })}
          >
            {t('people.givePen')}
          </button>
        )}
        {state.state !== 'ended' && (
          <AskFirst
            label={t('people.remove')}
            question={t('people.removeAsk', { number })}
            onYes={() => void press({ type: 'remove', number })}
          />
        )}
      </td>
    </tr>
  );
}

function Pages({ page, last, onPage }: { page: number; last: number; onPage: (page: number) => void }) {
  const { t } = useLectureWords();
  return (
    <p className="ct-row">
      <button
        type="button"
        className="btn"
        disabled={page === 0}
        onClick={() => {
          onPage(page - 1);
        }}
      >
        {t('people.before')}
      </button>
      <span className="num">{t('people.page', { no: page + 1, of: last + 1 })}</span>
      <button
        type="button"
        className="btn"
        disabled={page === last}
        onClick={() => {
          onPage(page + 1);
        }}
      >
        {t('people.after')}
      </button>
    </p>
  );
}
