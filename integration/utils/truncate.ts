// Text that is too long for where it stands.

/**
 * Cuts a text at a word.
 * @param limit longest text, in UTF-16 code units, not counting the ellipsis
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const words = text.slice(0, limit);
  const cut = words.lastIndexOf(' ');
  return `${(cut > 0 ? words.slice(0, cut) : words).replace(/[\s\p{P}\p{Cs}]+$/u, '')}…`;
}
