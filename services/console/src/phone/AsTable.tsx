import { usePhoneWords } from './use-phone-words';

/** The figures of a chart as a table, behind a press; the first cell of a row names it. */
export function AsTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  const { t } = usePhoneWords();
  return (
    <details className="ph-table">
      <summary>{t('asTable')}</summary>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={head[at + 1]} className="num">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
