/** Black on white, for paper and screen alike; nothing is fetched. */
export const PRINT_STYLE = `
@page { size: A4; margin: 14mm }
body { font: 10.5pt/1.4 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #000; background: #fff; max-width: 182mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 16pt; margin: 0 0 2mm } h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm } h3 { font-size: 10.5pt; margin: 2mm 0 1mm }
p { margin: 1mm 0 } ul { margin: 0; padding-left: 5mm }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .7mm 3mm .7mm 0; border-bottom: .2mm solid #999 }
th { font-weight: 600 } .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.label { border: .5mm solid #000; padding: 1.5mm 3mm; margin: 3mm 0 } .label p { margin: 0 }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm } .verify { display: flex; gap: 6mm; align-items: flex-start }
.verify svg { width: 30mm; height: 30mm; flex: none } .small { font-size: 8.5pt } .code { overflow-wrap: anywhere; font-family: ui-monospace, monospace; font-size: 8.5pt }
section { break-inside: avoid } tr, li { break-inside: avoid }
@media print { body { margin: 0; padding: 0; max-width: none } a { color: #000; text-decoration: none } }
@media (max-width: 40em) { .two { grid-template-columns: 1fr } }
`;
