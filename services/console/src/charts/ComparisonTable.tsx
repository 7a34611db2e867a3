import type { ReactNode } from 'react';
import { ScrollRegion } from '../app/ScrollRegion';
import type { Comparison } from '../api/types';
import { Sign } from '../case-room/Sign';
import { formatLogOdds, oddsChange, oddsOf } from '../format/odds';
import { useWords } from '../i18n/use-words';
import { type ComparedGroup, type ComparedRow, comparedGroups, largestStep } from './comparison-rows';

const HALF = 50;

/** To the right of the middle: for the first disease; to the left, hatched: for the second. */
function Lane({ difference, largest }: { difference: number; largest: number }) {
  const length = largest === 0 ? 0 : (Math.abs(difference) / largest) * HALF;
  const from = difference > 0 ? HALF : HALF - length;
  return (
    <svg className="lane" aria-hidden="true">
      <rect
        className={difference > 0 ? 'for-bar' : 'against-bar'}
        fill={difference > 0 ? undefined : 'url(#hatch-a)'}
        x={`${String(from)}%`}
        width={`${String(length)}%`}
        y="20%"
        height="60%"
      />
      <line className="even" x1="50%" x2="50%" y1="0" y2="100%" />
    </svg>
  );
}

function Finding({ row }: { row: ComparedRow }) {
  const { t, list } = useWords();
  const name = list(row.names);
  const value = row.evidence?.value?.name;
  return (
    <>
      {row.evidence !== undefined && <Sign finding={row.evidence} />}{' '}
      {value === undefined ? name : t('evidence.withValue', { name, value })}
    </>
  );
}

interface StepRowProps {
  readonly name: ReactNode;
  /** Natural log-odds of the first disease against the second. */
  readonly difference: number;
  readonly largest: number;
}

function StepRow({ name, difference, largest }: StepRowProps) {
  const { t } = useWords();
  const change = oddsChange(difference);
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Lane difference={difference} largest={largest} />
      </td>
      <td className="r num">{formatLogOdds(difference)}</td>
      <td className="r num">
        {change.direction === 'none' ? t('evidence.none') : t('compare.times', { times: change.times })}
      </td>
    </tr>
  );
}

interface Names {
  readonly a: string;
  readonly b: string;
}

function Group({ group, names, largest }: { group: ComparedGroup; names: Names; largest: number }) {
  const { t } = useWords();
  const { side, rows, rest } = group;
  return (
    <tbody data-side={side}>
      <tr>
        <th colSpan={4} scope="rowgroup">
          {side === 'shared' ? t('compare.shared') : t('compare.for', { name: names[side] })}
        </th>
      </tr>
      {rows.map((row) => (
        <StepRow key={row.key} name={<Finding row={row} />} difference={row.difference} largest={largest} />
      ))}
      {rest.count > 0 && (
        <StepRow
          name={t('evidence.rest', { count: rest.count })}
          difference={rest.difference}
          largest={largest}
        />
      )}
    </tbody>
  );
}

/** Two diseases head to head: base rate and evidence, as steps that add up to the odds of the one to the other. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { t, odds } = useWords();
  const { a, b, priorDifference, scoreDifference } = comparison;
  const groups = comparedGroups(comparison);
  const largest = largestStep(groups, priorDifference);
  const names = { a: a.name, b: b.name };
  return (
    <ScrollRegion label={t('compare.caption', names)}>
      <table className="tbl compare">
        <caption className="vh">{t('compare.caption', names)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.finding')}</th>
            <td />
            <th scope="col" className="r">
              {t('evidence.logOdds')}
            </th>
            <th scope="col" className="r">
              {t('evidence.plain')}
            </th>
          </tr>
        </thead>
        <tbody>
          <StepRow name={t('evidence.prior')} difference={priorDifference} largest={largest} />
        </tbody>
        {groups.map((group) => (
          <Group key={group.side} group={group} names={names} largest={largest} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('compare.together', names)}</th>
            <td />
            <td className="r num">{formatLogOdds(scoreDifference)}</td>
            <td className="r num">{odds(oddsOf(scoreDifference))}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
