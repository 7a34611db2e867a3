import { COLUMNS, GAPS, QR_SIDE, SHEET, TYPE } from './sheet';

/** Columns in percent of their table, by its class. */
const columns = Object.entries(COLUMNS)
  .flatMap(([name, widths]) => {
    const whole = widths.reduce((sum: number, width) => sum + width, 0);
    return widths.map(
      (width, at) =>
        `.${name} th:nth-child(${String(at + 1)}) { width: ${((width / whole) * 100).toFixed(2)}% }`,
    );
  })
  .join('\n');

const em = (size: number): string => `${(size / TYPE.text).toFixed(3)}em`;

/** Black on white, for paper and screen alike; nothing is fetched. On paper the sizes are those that its rows were counted by. */
export const PRINT_STYLE = `
@page { margin: ${String(SHEET.margin)}mm }
* { box-sizing: border-box }
body { font: 1rem/${String(TYPE.line)} "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000; background: #fff; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem; overflow-wrap: anywhere }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 6mm }
h1 { font-size: ${em(TYPE.title)}; margin: 0; line-height: ${String(TYPE.line)} }
h2 { font-size: ${em(TYPE.heading)}; margin: ${String(GAPS.heading - 0.6)}mm 0 .6mm }
p { margin: 0 } ul { margin: 0; padding: 0 0 0 4mm } li { margin-bottom: ${String(GAPS.block)}mm }
.rest { font-weight: 400; font-size: ${em((TYPE.small / TYPE.heading) * TYPE.text)} }
.small, table { font-size: ${em(TYPE.small)} } table .small { font-size: 1em }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { text-align: left; vertical-align: top; padding: ${String(GAPS.rowAbove)}mm ${String(GAPS.cell)}mm ${String(GAPS.rowBelow - 0.2)}mm 0; border-bottom: .2mm solid #999; font-weight: 400 } th { font-weight: 600 }
.list :is(th, td):is(:nth-child(1), :nth-child(n+4)), .evidence :is(th, td):nth-child(2), .reasons :is(th, td):nth-child(2) { text-align: right; font-variant-numeric: tabular-nums }
${columns}
section > p.small { margin: ${String(GAPS.block)}mm 0 }
.label { border: .4mm solid #000; padding: 1mm 2.5mm; margin: 2mm 0 0 } .label + p { margin-top: ${String(GAPS.block)}mm }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 4mm; align-items: start }
.verify { display: flex; gap: 5mm; align-items: flex-start } .verify p { margin-bottom: ${String(GAPS.block)}mm }
.qr, .qr svg { display: block; width: ${String(QR_SIDE)}mm; height: ${String(QR_SIDE)}mm; flex: none }
.code { font-variant-numeric: tabular-nums } a { color: #000 }
section, tr, li { break-inside: avoid }
@media print { body { font-size: ${String(TYPE.text)}pt; margin: 0; padding: 0; max-width: none } a { text-decoration: none } }
@media screen and (max-width: 44rem) {
  .two { grid-template-columns: minmax(0, 1fr) } .verify { flex-direction: column }
  .list thead, .reasons thead { display: none }
  .list, .list tbody, .reasons, .reasons tbody { display: block }
  .list tr { display: grid; grid-template-columns: 2em minmax(0, 1fr) auto } .reasons tr { display: grid; grid-template-columns: minmax(0, 1fr) auto }
  .list td, .reasons td { border: 0; padding-bottom: 0 } .list tr, .reasons tr { border-bottom: 1px solid #999; padding-bottom: .4em }
  .list td:nth-child(4) { grid-row: 1; grid-column: 3 } .list td:nth-child(3) { grid-column: 2 } .list td:nth-child(5) { grid-column: 3 }
  .reasons td:nth-child(3) { grid-column: 1 / -1 }
}
`;
