// The steps of the map's shades: from zero to the largest count, in numbers that are easy to read. They follow the square
// of the step, so that a country with a few stories differs from one with many, and two with nearly as many do not differ.

/** Shades of the map. */
const SHADES = 5;

/** A shade of the map, and the counts it stands for. */
export interface MapStep {
  /** The least of them. */
  from: number;
  /** The most of them. */
  to: number;
}

/**
 * @param most the largest count
 * @returns the steps, the palest first; fewer than there are shades where counts are small
 */
export function mapSteps(most: number): MapStep[] {
  const steps: MapStep[] = [];
  for (let shade = 1; shade <= SHADES; shade++) {
    const from = (steps.at(-1)?.to ?? 0) + 1;
    if (from > most) break;
    const to = shade === SHADES ? most : readable(most * (shade / SHADES) ** 2);
    if (to >= from) steps.push({ from, to: Math.min(to, most) });
  }
  return steps;
}

/** @returns the shade of a count, 1 to 5: the last step is always the darkest */
export function shadeOf(count: number, steps: readonly MapStep[]): number {
  const at = steps.findIndex(({ to }) => count <= to);
  return SHADES - steps.length + 1 + (at < 0 ? steps.length - 1 : at);
}

/** A number of one digit, or of one and a half, that is near. */
function readable(value: number): number {
  if (value < 10) return Math.max(1, Math.round(value));
  const unit = 10 ** Math.floor(Math.log10(value)) / 2;
  return Math.round(value / unit) * unit;
}
