// Tags of templates in Markdown under front matter: no reader sees them, text between them stays, and where one stands for
// text that is not in the dump, that is said.
import { describe, expect, test } from 'vitest';
import { list, paragraph, readFile, subhead } from './reading.ts';

const read = (body: string) =>
  readFile(`---\ntitle: Ferry Returns\ndate: 2025-04-24\n---\n${body}\n`, 'a.md');

describe('what stands in a line is left out, and its words stay', () => {
  test.each([
    ['[the log]({% post_url 2014-07-01-log %}) is *full*.', 'the log is full.'],
    ['[the log]({{ site.baseurl }}{% link log.md %}) is full.', 'the log is full.'],
    ['[the log]({{< ref "log.md" >}} "A log") is full.', 'the log is full.'],
    ['The **log**{: .wide #log} is full.', 'The log is full.'],
    ['The log {% comment %}since May{% endcomment %} is full.', 'The log is full.'],
    ['The log is full.<!--more-->', 'The log is full.'],
    ['A board says {% raw %}{{ open }}{% endraw %} again.', 'A board says {{ open }} again.'],
    ['{% if site.wide %}The log is full.{% else %}{% endif %}', 'The log is full.'],
  ])('%s', (line, text) => {
    const { stories, codes } = read(line);
    expect(stories.map(({ blocks }) => blocks)).toEqual([[paragraph(text)]]);
    expect(codes).toEqual([]);
  });
});

test('lines that hold nothing else are markup, and what they shield is read as Markdown', () => {
  const { stories, ledger, codes } = read(`{: .lede}
The ferry came in at noon.

<!-- The clerk
of the landing
wrote this. -->

{% comment %}
He wrote this as well.
{% endcomment %}

## The *crew*
{: #crew }

{{% notice tip %}}
- One captain
- Two stokers
{{% /notice %}}
{% highlight text %}
They wait.
{% endhighlight %}`);
  expect(stories[0]?.blocks).toEqual([
    paragraph('The ferry came in at noon.'),
    subhead('The crew'),
    list('One captain', 'Two stokers'),
    paragraph('They wait.'),
  ]);
  expect(ledger).toMatchObject({ markup: 12, paragraph: 2, subhead: 1, list: 2, field: 2, unclaimed: 0 });
  expect(codes).toEqual([]);
});

test.each([
  ['{% include figure.html src="/a.jpg" caption="A bell. (AFP)" %}'],
  ["{% figure caption='A bell. (AFP)' %}"],
  ['{{< figure\n  src="a.jpg"\n  caption="A bell. (AFP)" >}}'],
])('a caption that a tag states is a caption: %s', (tag) => {
  const { stories, codes } = read(`${tag}\n\nThe ferry came in at noon.`);
  expect(stories[0]?.photos).toEqual([{ caption: 'A bell.', credit: 'AFP' }]);
  expect(stories[0]?.blocks).toEqual([paragraph('The ferry came in at noon.')]);
  expect(codes).toEqual([]);
});

test.each([
  ['{% include note.html %}', '“{% include note.html %}” was left out'],
  ['{{< youtube a7 >}}', '“{{< youtube a7 >}}” was left out'],
  ['It has {{ site.lamps }} lamps.', '“{{ site.lamps }}” was left out'],
  ['{% include a.html %}\n{% include b.html %}', '“{% include a.html %}”, the first of 2 in this story,'],
])('a tag that stands for text which is not in the dump is told where it stands: %s', (tag, said) => {
  const { messages, stories } = read(`The ferry came in at noon.\n\n${tag}`);
  expect(stories).toHaveLength(1);
  expect(messages).toEqual([expect.objectContaining({ code: 'template-tag', severity: 'warning', line: 7 })]);
  expect(messages[0]?.text).toContain(said);
});

test('a sign that opens nothing stays as it stands', () => {
  for (const line of ['A set {x: 1} and 5 {% off.', 'It cost {{ and no more.', 'A {%} and a <!- sign.']) {
    const { stories, codes } = read(line);
    expect(stories[0]?.blocks).toEqual([paragraph(line)]);
    expect(codes).toEqual([]);
  }
});

test('text without front matter is nobody’s template', () => {
  const { stories } = readFile(`Title: Ferry Returns\nDate: 2025-04-24\n\nA {{ lamp }} is lit.\n`, 'a.txt');
  expect(stories[0]?.blocks).toEqual([paragraph('A {{ lamp }} is lit.')]);
});
