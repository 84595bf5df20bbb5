// Text made safe to stand in HTML and XML, in an element or in a quoted attribute.

const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes text for HTML and XML. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (char) => REPLACEMENTS[char] ?? char);
}
