// Text made safe to stand in HTML and XML, in an element or in a quoted attribute.

/** Escapes text for HTML and XML. */
export function escapeMarkup(text: string): string {
  let escaped = text;
  // Most texts have none of the four: to look for each takes half of the time of one pattern with a function.
  if (escaped.includes('&')) escaped = escaped.replaceAll('&', '&amp;');
  if (escaped.includes('<')) escaped = escaped.replaceAll('<', '&lt;');
  if (escaped.includes('>')) escaped = escaped.replaceAll('>', '&gt;');
  if (escaped.includes('"')) escaped = escaped.replaceAll('"', '&quot;');
  return escaped;
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
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value !== undefined) all += ` ${name}="${escapeMarkup(value)}"`;
  }
  return all;
}

/**
 * A link.
 * @param markup its content, escaped already
 * @param more attributes, each with a space before it
 */
export function link(address: string, markup: string, more = ''): string {
  return `<a href="${escapeMarkup(address)}"${more}>${markup}</a>`;
}
