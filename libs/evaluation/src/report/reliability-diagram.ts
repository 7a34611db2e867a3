import { type ReliabilityBin } from '../metrics/calibration-error';

const SIDE = 320;
const MARGIN = { left: 56, top: 36, bottom: 52, right: 16 };
const BAR_GAP = 2;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** A bar of fewer cases is drawn pale: it says little. */
const FEW = 10;

/**
 * Reliability diagram (DeGroot & Fienberg 1983) as an SVG document: how often a statement was right, by what was
 * stated; on the diagonal where calibration is perfect. The number over a bar counts its cases.
 */
export function reliabilityDiagram(bins: readonly ReliabilityBin[], title: string): string {
  const width = MARGIN.left + SIDE + MARGIN.right;
  const height = MARGIN.top + SIDE + MARGIN.bottom;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img" font-family="sans-serif" font-size="11">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${String(width)}" height="${String(height)}" fill="#fff"/>`,
    `<text x="${String(MARGIN.left)}" y="18" font-size="13">${escaped(title)}</text>`,
    ...TICKS.flatMap(tick),
    ...bins.flatMap(bar),
    `<line x1="${at(x(0))}" y1="${at(y(0))}" x2="${at(x(1))}" y2="${at(y(1))}" stroke="#555" stroke-dasharray="4 4"/>`,
    `<rect x="${at(x(0))}" y="${at(y(1))}" width="${String(SIDE)}" height="${String(SIDE)}" fill="none" stroke="#555"/>`,
    `<text x="${at(x(0.5))}" y="${String(height - 12)}" text-anchor="middle">probability stated</text>`,
    `<text transform="translate(16 ${at(y(0.5))}) rotate(-90)" text-anchor="middle">share that was right</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function bar({ from, to, count, stated, observed }: ReliabilityBin): string[] {
  if (stated === null || observed === null) return [];
  const left = x(from) + BAR_GAP;
  const width = x(to) - x(from) - 2 * BAR_GAP;
  const opacity = count < FEW ? 0.3 : 0.8;
  return [
    `<rect x="${at(left)}" y="${at(y(observed))}" width="${at(width)}" height="${at(y(0) - y(observed))}" fill="#2b6cb0" opacity="${String(opacity)}"/>`,
    `<circle cx="${at(x(stated))}" cy="${at(y(observed))}" r="3" fill="#1a365d"/>`,
    `<text x="${at(left + width / 2)}" y="${at(y(observed) - 6)}" text-anchor="middle" font-size="9">${String(count)}</text>`,
  ];
}

function tick(value: number): string[] {
  const label = value.toFixed(1);
  return [
    `<line x1="${at(x(0))}" y1="${at(y(value))}" x2="${at(x(1))}" y2="${at(y(value))}" stroke="#eee"/>`,
    `<text x="${at(x(0) - 6)}" y="${at(y(value) + 4)}" text-anchor="end">${label}</text>`,
    `<text x="${at(x(value))}" y="${at(y(0) + 16)}" text-anchor="middle">${label}</text>`,
  ];
}

const x = (value: number): number => MARGIN.left + value * SIDE;
const y = (value: number): number => MARGIN.top + (1 - value) * SIDE;
const at = (place: number): string => String(Math.round(place * 10) / 10);
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
