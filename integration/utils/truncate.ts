// Text that is too long for where it stands.
import { closeDirections } from './directions.ts';

/**
 * Cuts a text at a word.
 * @param limit longest text, in UTF-16 code units, not counting the ellipsis
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const words = text.slice(0, limit);
  const cut = words.lastIndexOf(' ');
  const kept = (cut > 0 ? words.slice(0, cut) : words).replace(/[\s\p{P}\p{Cs}]+$/u, '');
  return `${closeDirections(kept)}…`;
}
