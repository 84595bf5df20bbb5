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

/**
 * An element of HTML or XML.
 * @param markup its content, escaped already
 */
export function element(name: string, markup: string): string {
  return `<${name}>${markup}</${name}>`;
}

/** An element that holds text. */
export function textElement(name: string, text: string): string {
  return element(name, escapeMarkup(text));
}

/**
 * Attributes of an element, with a space before each.
 * @param values by name; those that are `undefined` are left out
 */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  let all = '';
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) all += ` ${name}="${escapeMarkup(value)}"`;
  return all;
}
