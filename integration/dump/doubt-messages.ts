// What is said of a story that may have been read wrong: why, and what it would be by the reading that came second.

import { CONFIDENCE_WEIGHTS, DOUBTFUL } from './confidence.ts';
import { type Doubts, type Oddity, oddityOf, type Reading, type RunnerUp } from './doubts.ts';
import type { Line } from './lines/lines.ts';
import { type Message, message, shorten } from './messages.ts';
import type { DumpStory } from './types.ts';
import { namesIn } from './weigh.ts';

type DoubtName = Exclude<keyof Doubts, 'one' | 'page' | 'proven'>;

const DOUBT_NAMES: Record<DoubtName, string> = {
  close: 'it begins on little evidence',
  shape: 'only the shape of its headline parts it from the story above',
  faint: 'that shape is faint',
  inner: 'lines within may begin another story',
  loose: 'its head has lines that were taken for furniture',
  crowded: 'its head has several sentences that may be of its body',
  credit: 'its head ends with a credit, whose caption may be the first line of its body',
  headline: 'its headline is unlike others',
  name: 'the name below its headline may be of its body',
  above: 'lines above its headline were left out',
  furniture: 'furniture stands among its paragraphs',
  alone: 'a line alone between paragraphs was taken for furniture',
  foot: 'it ends with what was taken for furniture',
  open: 'many of its lines are short and open',
  openFirst: 'its first line is short and open',
  shortFirst: 'its first line is a short sentence, as deks are',
  brief: 'a short sentence stands among long paragraphs',
  runs: 'short lines follow one another',
  beside: 'a short line stands beside furniture',
  between: 'a short open line stands between two paragraphs',
  printed: 'a line of its body is a credit, a day, a name, a control or leads to other stories',
  scraps: 'a line of its body is a word or a number',
  again: 'a line of its body stands twice',
  tiny: 'it has hardly any text',
  few: 'it has hardly any lines',
};

const ODDITIES: Record<Oddity, string> = {
  short: 'its headline is a word or two',
  long: 'its headline is very long',
  closed: 'its headline ends as sentences do',
  remark: 'its headline is two sentences',
  dated: 'its headline begins with a day',
};

/** What is said of a story that may have been read wrong, and of lines within that may begin another one. */
export function doubtMessages(
  story: DumpStory,
  { doubts, inner, runnerUp }: Reading,
  confidence: number,
): Message[] {
  if (confidence >= DOUBTFUL) return [];
  const said = `“${shorten(story.headline)}” may be read wrong: ${describeDoubts(doubts, story.headline)}. Confidence ${confidence} of 1.`;
  const text = `${said}${secondOf(doubts, runnerUp())}`;
  return [
    message('doubtful', story.lines[0], 1, text),
    ...inner.map((line) => {
      const text = `“${shorten(line.text)}” may begin a story of its own; it was read on as part of the one above. The option “layouts” settles it: a separator, a gap, or stories: 'one'.`;
      return message('doubtful', line.number, 1, text);
    }),
  ];
}

/** What the story is by the reading that came second, and the option that would settle it. */
function secondOf(doubts: Doubts, { head, first, open, aside, printed, again, brief }: RunnerUp): string {
  const [heaviest] = weighedDoubts(doubts);
  const inLine = ({ text, number }: Line) => `“${shorten(text)}” (line ${number})`;
  const isFurniture = (line: Line | undefined) =>
    line && `${inLine(line)} is furniture; the option “furniture” settles it`;
  const reading = () => {
    switch (heaviest) {
      case 'close':
      case 'shape':
      case 'faint':
        return 'it goes on with the story above; the option “layouts” settles it: a separator, or a gap';
      case 'inner':
        return 'it ends above one of the lines named below';
      case 'furniture':
      case 'alone':
      case 'foot':
        return aside && `${inLine(aside)} is a paragraph`;
      case 'open':
      case 'openFirst':
      case 'runs':
      case 'beside':
      case 'between':
      case 'scraps':
        return isFurniture(open);
      case 'printed':
        return isFurniture(printed);
      case 'again':
        return isFurniture(again);
      case 'brief':
        return brief && `${inLine(brief)} is a caption`;
      case 'credit':
        return first && `${inLine(first)} is a caption`;
      case 'shortFirst':
        return first && `${inLine(first)} is its dek`;
      case 'above':
      case 'headline':
        return "another line is the headline; the option “layouts” settles it: headline: 'first'";
      default:
        return head && `its body begins with ${inLine(head)}`;
    }
  };
  const second = heaviest && reading();
  return second ? ` Second reading: ${second}.` : '';
}

/** @returns the doubts that speak against a story, the heaviest first */
function weighedDoubts(doubts: Doubts): DoubtName[] {
  const found: { name: DoubtName; weight: number }[] = [];
  for (const name of namesIn(DOUBT_NAMES)) {
    const weight = CONFIDENCE_WEIGHTS[name] * doubts[name];
    if (weight < 0) found.push({ name, weight });
  }
  return found.sort((a, b) => a.weight - b.weight).map(({ name }) => name);
}

/** @returns the three that weigh most, in words */
function describeDoubts(doubts: Doubts, headline: string): string {
  const oddity = oddityOf(headline);
  return weighedDoubts(doubts)
    .slice(0, 3)
    .map((name) => (name === 'headline' && oddity ? ODDITIES[oddity] : DOUBT_NAMES[name]))
    .join('; ');
}
