// How far one town is from another (src/base/places/position.rs).

const EQUATOR = 6378.137;
const FLATTENING = 1 / 298.257223563;
const radians = (thousandths) => (thousandths / 1000) * (Math.PI / 180);

/** @typedef {[number, number]} Position Thousandths of a degree north and east. */

/**
 * Kilometres over the ground, by Lambert's formula.
 * @param {Position} one
 * @param {Position} other
 */
export function kilometres([north, east], [otherNorth, otherEast]) {
  const reduced = (it) => Math.atan((1 - FLATTENING) * Math.tan(radians(it)));
  const [first, second] = [reduced(north), reduced(otherNorth)];
  const half = Math.sin((second - first) / 2) ** 2
    + Math.cos(first) * Math.cos(second) * Math.sin(radians(otherEast - east) / 2) ** 2;
  if (!half) return 0;
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(half)));
  const [mean, apart] = [(first + second) / 2, (second - first) / 2];
  // Opposite each other, all ways are about equally long, and the formula has no answer.
  const flattened = half > 0.999 ? 0
    : (angle - Math.sin(angle)) * (Math.sin(mean) * Math.cos(apart)) ** 2 / (1 - half)
      + (angle + Math.sin(angle)) * (Math.cos(mean) * Math.sin(apart)) ** 2 / half;
  return Math.round(EQUATOR * (angle - (FLATTENING / 2) * flattened) * 10) / 10;
}
