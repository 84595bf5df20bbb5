// Which of several names somebody meant who wrote another.
import { closestMatch } from 'leven';

/** @returns a hint at the name that was probably meant, or nothing */
export function didYouMean(name: string, names: readonly string[]): string {
  const nearest = closestMatch(name, names, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  return nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
}
