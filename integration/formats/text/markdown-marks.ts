// Marks of Markdown that programs which move a site leave where no reader of Markdown knows them: a link that goes on
// below its line, `**` that opens on one line and closes on another, or that a space keeps from closing. Decides which
// of them are marks, so that none is left in a text.

/** What closes a link: `](https://example.org "The quay")`. */
const LINK_END = /\]\((?!\s)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/gu;
/** What a link is made of is not longer, in UTF-16 code units. */
const LONGEST_LINK = 1000;
const BOLD = /(?<![*\\])\*\*(?!\*)/gu;
/** `**Home: **` and `**Update:**The`, as the marks stand once all were read that Markdown knows. */
const LEFT = /(?:^\*\*\s*|(?<![\p{L}\p{N}*\\])\*\*)(?=[^\s*])(?<text>[^*]+?)(?<space>\s*)\*\*(?!\*)/gu;

/** @returns as many lines, without marks that are parted by the end of a line */
export function withWholeMarks(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const linked = text.includes('](') ? withoutBrokenLinks(text) : text;
  if (!linked.includes('**')) return linked === text ? lines : linked.split('\n');
  const rows = linked.split('\n');
  let first = 0;
  for (let at = 0; at <= rows.length; at++) {
    if (rows[at]?.trim()) continue;
    if (at - first > 1) closeBold(rows, first, at);
    first = at + 1;
  }
  return rows;
}

/** @returns a text without the marks that are left in it */
export function withoutLeftMarks(text: string): string {
  return text.includes('**') ? text.replace(LEFT, '$<text>$<space>') : text;
}

/** Takes the marks of links that go on below the line on which they begin; their words stay. */
function withoutBrokenLinks(text: string): string {
  const kept: string[] = [];
  let end = 0;
  for (const { 0: closing, index } of text.matchAll(LINK_END)) {
    const opening = openingOf(text, index);
    if (opening === undefined || opening < end || !text.slice(opening, index).includes('\n')) continue;
    const mark = text[opening - 1] === '!' && opening > end ? opening - 1 : opening;
    kept.push(text.slice(end, mark), text.slice(opening + 1, index));
    end = index + closing.length;
  }
  return kept.join('') + text.slice(end);
}

/** @returns where the bracket is that one at `closing` closes */
function openingOf(text: string, closing: number): number | undefined {
  let depth = 0;
  for (let at = closing - 1; at >= Math.max(0, closing - LONGEST_LINK); at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && depth-- === 0) return at;
  }
  return undefined;
}

/** Closes, at the end of each line of a paragraph, what is bold there, and opens it again on the next. */
function closeBold(rows: string[], first: number, end: number): void {
  const count = rows.slice(first, end).reduce((sum, row) => sum + (row.match(BOLD)?.length ?? 0), 0);
  if (count === 0 || count % 2 === 1) return;
  let isOpen = false;
  for (let at = first; at < end; at++) {
    const row = rows[at] ?? '';
    const wasOpen = isOpen;
    isOpen = (row.match(BOLD)?.length ?? 0) % 2 === 1 ? !isOpen : isOpen;
    let text = row;
    if (wasOpen) text = /^\s*\*\*(?!\*)/u.test(text) ? text.replace('**', '') : text.replace(/^\s*/u, '$&**');
    if (isOpen) text = /\*\*\s*$/u.test(text) ? text.replace(/\*\*\s*$/u, '') : `${text.trimEnd()}**`;
    rows[at] = text;
  }
}
