import { type Span } from '../model/understanding';
import { codePointsOf } from '../normalise/code-points';

const SPACE = /^\s$/u;

/** Code points of a text with each stretch of white space as one space, and where each of them stands in the text. */
interface Squeezed {
  readonly points: string[];
  readonly places: Span[];
}

function squeeze(text: string): Squeezed {
  const points: string[] = [];
  const places: Span[] = [];
  codePointsOf(text).forEach((point, at) => {
    const last = places.length - 1;
    const place = places[last];
    if (!SPACE.test(point)) {
      points.push(point);
      places.push({ start: at, end: at + 1 });
    } else if (place !== undefined && points[last] === ' ')
      places[last] = { start: place.start, end: at + 1 };
    else {
      points.push(' ');
      places.push({ start: at, end: at + 1 });
    }
  });
  return { points, places };
}

/** A text in which quotations are looked for: code point by code point, but for how much white space stands where. */
export class QuotedText {
  private readonly text: Squeezed;
  private readonly joined: string;
  /** UTF-16 unit of `joined` → its code point. */
  private readonly pointAt: Map<number, number>;

  constructor(given: string) {
    this.text = squeeze(given);
    this.joined = this.text.points.join('');
    this.pointAt = new Map();
    let unit = 0;
    this.text.points.forEach((point, at) => {
      this.pointAt.set(unit, at);
      unit += point.length;
    });
  }

  /** Every place of a quotation in the given text, in order; none of an empty one. Offsets in code points. */
  placesOf(quote: string, atMost: number): Span[] {
    const wanted = squeeze(quote.trim()).points;
    const needle = wanted.join('');
    const places: Span[] = [];
    if (needle === '') return places;
    for (let unit = this.joined.indexOf(needle); unit !== -1; unit = this.joined.indexOf(needle, unit + 1)) {
      const first = this.pointAt.get(unit);
      const start = first === undefined ? undefined : this.text.places[first]?.start;
      const end = first === undefined ? undefined : this.text.places[first + wanted.length - 1]?.end;
      if (start !== undefined && end !== undefined) places.push({ start, end });
      if (places.length >= atMost) break;
    }
    return places;
  }
}
