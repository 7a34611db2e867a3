/**
 * The least that ranking can cost: the links that the case touches summed in one bare loop over typed arrays, the
 * soft-max, and the ten highest. No rules, no checks.
 *
 * @param {import('../../libs/ddx-engine/src/compile/compiled-knowledge').CompiledKnowledge} compiled
 * @param {import('../../libs/ddx-engine/src/model/case').EngineCase} engineCase
 * @returns {() => number} does it once
 */
export function floorOf(compiled, engineCase) {
  const touched = engineCase.observed.flatMap(({ findingId, presence }) => {
    const finding = compiled.findings[compiled.findingIndex.get(findingId)];
    const outcome = presence === 'present' ? 0 : 1;
    return [...finding.links]
      .map((link) => compiled.links[link])
      .map((link) => [link.disease, compiled.linkNumbers.logRatio[link.numbersFrom + outcome]]);
  });
  const diseases = Int32Array.from(touched, ([disease]) => disease);
  const ratios = Float64Array.from(touched, ([, ratio]) => ratio);
  const scores = new Float64Array(compiled.diseases.length);
  const probabilities = new Float64Array(scores.length);
  const best = new Float64Array(10);
  return () => {
    scores.fill(-3);
    for (let at = 0; at < diseases.length; at += 1) scores[diseases[at]] += ratios[at];
    softMaxInto(probabilities, scores);
    return tenHighest(best, probabilities);
  };
}

/** How many links a case touches. */
export const linksTouched = (compiled, { observed }) =>
  observed.reduce(
    (sum, { findingId }) => sum + compiled.findings[compiled.findingIndex.get(findingId)].links.length,
    0,
  );

function softMaxInto(probabilities, scores) {
  let highest = 0;
  for (let at = 0; at < scores.length; at += 1) if (scores[at] > highest) highest = scores[at];
  let total = Math.exp(-highest);
  for (let at = 0; at < scores.length; at += 1) total += probabilities[at] = Math.exp(scores[at] - highest);
  for (let at = 0; at < scores.length; at += 1) probabilities[at] /= total;
}

function tenHighest(best, values) {
  best.fill(-1);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value <= best[9]) continue;
    let place = 9;
    for (; place > 0 && best[place - 1] < value; place -= 1) best[place] = best[place - 1];
    best[place] = value;
  }
  return best[0];
}
