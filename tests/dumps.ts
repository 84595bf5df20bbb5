// Dumps made for tests that no sample should hold.

/** A story in the layout of a newspaper's page: headline, caption twice, furniture, all that again, paragraphs. */
export function storyText(headline: string, paragraphs: readonly string[], caption?: string): string {
  const captions = caption ? [caption, caption, ''] : [];
  return [
    headline,
    '',
    ...captions.slice(0, 2),
    'TT',
    '',
    headline,
    '',
    ...captions,
    paragraphs.join('\n\n'),
  ].join('\n');
}

export const HOSTILE = {
  headline: `</title><script>alert("1")</script> ]]> & 'single' {braces} <!-- Open`,
  caption: `A "quoted" <b onclick=alert(2)>caption</b> ]]> & more, April 2, 2025. (AFP)`,
  paragraphs: [
    `The first <img src=x onerror=alert(3)> paragraph says ]]> and &amp; and &lt;b&gt; and "quotes", as it was typed.`,
    `</script><script>alert(4)</script> was the second thing that the clerk at the counter read out on Monday.`,
    `A line\u2028separator, a {brace}, a \${template} and a %3Cpercent%3E made up the third of them, he said.`,
  ],
  /** Stands in the dump before the last paragraph's words and must not come out of it. */
  control: '\u0007\u0000\u001b',
} as const;

/** A dump whose text means harm in HTML, XML, JSON and templates. */
export function hostileDump(): string {
  const [first, second, third] = HOSTILE.paragraphs;
  const { headline, caption, control } = HOSTILE;
  return `${storyText(headline, [first, second, `${control}${third}`], caption)}\n`;
}

/** A dump of many short stories, all about Kenya: so many undated ones, and so many of March 2025. */
export function longDump(undated: number, dated: number): string {
  const stories = Array.from({ length: undated + dated }, (_, at) => {
    const name = `Council of Town ${at + 1} Counts Its Lamps and Finds One Missing`;
    const caption = `The lamps of town ${at + 1}, March ${(at % 28) + 1}, 2025. (Reuters)`;
    const text = `The council of town ${at + 1} in Kenya counted its lamps on Monday and found that one of them was missing.`;
    return storyText(
      name,
      [text, 'Nobody had seen it go, the mayor said.'],
      at < undated ? undefined : caption,
    );
  });
  return `${stories.join('\n\n\n\n')}\n`;
}
