// What people are shown: a table of a dump's stories, then every message with the line it is about, then what the
// dump amounts to. All text from a dump is made printable first.
import { styleText } from 'node:util';
import type { Message, MessageCode, Severity } from '../dump/index.ts';
import { FORMAT_TITLES, type KnownFormat } from '../formats/index.ts';
import type { CheckedStory } from '../stories/checked-story.ts';
import type { IdentifiedStory } from '../stories/id-assigner.ts';
import { BufferedWriter } from '../terminal/buffered-writer.ts';
import type { Output } from '../terminal/command.ts';
import { printable, printableLine } from '../terminal/printable.ts';
import { excerpt, padToWidth, truncateToWidth } from '../terminal/width.ts';
import { plural } from '../utils/plural.ts';
import type { DumpTotals, Printer } from './check-dump.ts';
import { MessageQueue } from './message-queue.ts';
import type { RecentLines } from './recent-lines.ts';

type Format = Parameters<typeof styleText>[0];

/** Columns before the headline, and the room between them. */
const LINE = 9;
const DATE = 11;
const LANG = 5;
const WORDS = 6;
const BEFORE_HEADLINE = LINE + DATE + LANG + WORDS + 4 * 2;

/** So many messages of a code are shown of each dump, unless all are asked for. */
const MAX_SHOWN = 20;

const COLOURS: Record<Severity, Format> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** A message, with its line. */
interface Shown extends Message {
  excerpt?: string;
}

/** Prints the report that people read. */
export class ReportPrinter implements Printer {
  readonly #out: BufferedWriter;
  readonly #style: (format: Format, text: string) => string;
  /** Width of what is printed; none where it does not go to a terminal. */
  readonly #columns: number | undefined;
  /** Printed ahead of the others: an editor looks at these stories first. */
  readonly #doubts = new MessageQueue<Shown>((message) => this.#message(message));
  readonly #queue = new MessageQueue<Shown>((message) => this.#message(message));
  readonly #most: number;
  /** How many messages of each code the dump has. */
  #counts = new Map<MessageCode, number>();
  #source: RecentLines | undefined;
  #dump = '';
  #stories = 0;
  #all = { dumps: 0, stories: 0, error: 0, warning: 0, info: 0 };
  /** What the dumps have of each code that an editor has to look at. */
  readonly #codes = new Map<
    MessageCode,
    { severity: Severity; count: number; dumps: number; first: string }
  >();

  /** @param all whether every message is shown */
  constructor(out: Output, before: () => void, all: boolean) {
    this.#out = new BufferedWriter(out, before);
    this.#most = all ? Number.POSITIVE_INFINITY : MAX_SHOWN;
    this.#columns = out.isTTY ? (out.columns ?? 80) : undefined;
    const inColour = out.isTTY === true && out.hasColors?.() === true;
    this.#style = (format, text) => (inColour ? styleText(format, text, { validateStream: false }) : text);
  }

  begin({ name }: { name: string }, format: KnownFormat, source?: RecentLines): void {
    this.#source = source;
    this.#dump = name;
    this.#stories = 0;
    this.#counts.clear();
    this.#out.write(
      `${this.#all.dumps++ > 0 ? '\n' : ''}${this.#style('bold', printableLine(name))}  ${this.#style('dim', printableLine(titleOf(format)))}\n`,
    );
  }

  story({ id, lines, date, dateBasis, lang, wordCount, headline }: IdentifiedStory<CheckedStory>): void {
    if (this.#stories++ === 0) {
      this.#out.write(this.#style('dim', `${row('line', 'date', 'lang', 'words', 'headline').trimEnd()}\n`));
    }
    const day = date ? (dateBasis === 'photo' ? `~${date}` : date) : 'undated';
    const text = printable(headline);
    const room = this.#columns && Math.max(10, this.#columns - BEFORE_HEADLINE);
    this.#out.write(
      `${row(String(lines[0]), day, lang, String(wordCount), room ? truncateToWidth(text, room) : text)}\n`,
    );
    // Below it and never cut: corrections are made by it.
    this.#out.write(`${' '.repeat(BEFORE_HEADLINE)}${this.#style('dim', id)}\n`);
  }

  message(message: Message): void {
    const { code } = message;
    this.#all[message.severity]++;
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (message.severity !== 'info') this.#tally(message, count === 1);
    if (count > this.#most) return;
    // A line of what is no text shows nothing.
    const line = code === 'refused' ? undefined : this.#source?.line(message.line);
    const shown = line?.trim()
      ? excerpt(line, message.line, message.column, this.#columns ?? 100)
      : undefined;
    const queue = message.code === 'doubtful' ? this.#doubts : this.#queue;
    queue.add({ ...message, ...(shown && { excerpt: shown }) });
  }

  async end({ lines, ledger }: DumpTotals): Promise<void> {
    for (const queue of [this.#doubts, this.#queue]) {
      if (!queue.isEmpty) this.#out.write('\n');
      for await (const text of queue.texts()) {
        this.#out.write(text);
        await this.#out.flushIfFull();
      }
    }
    for (const [code, count] of this.#counts) {
      if (count > this.#most)
        this.#out.write(
          `${code}: ${count} in all, and the first ${this.#most} of them above. --all shows each.\n`,
        );
    }
    const classes = Object.entries(ledger).filter(([, count]) => count > 0);
    const shares = classes.map(([name, count]) => `${count} ${name}`).join(', ');
    this.#out.write(`\n${plural(this.#stories, 'story', 'stories')}, ${plural(lines, 'line')}`);
    this.#out.write(shares ? `: ${shares}\n` : '\n');
    this.#all.stories += this.#stories;
  }

  async flushIfFull(): Promise<void> {
    await this.#doubts.flushIfFull();
    await this.#queue.flushIfFull();
    await this.#out.flushIfFull();
  }

  async finish(): Promise<void> {
    const { dumps, stories, error, warning, info } = this.#all;
    const found = [plural(error, 'error'), plural(warning, 'warning'), plural(info, 'note')].join(', ');
    const colour = error > 0 ? 'red' : warning > 0 ? 'yellow' : 'green';
    const total = `${plural(stories, 'story', 'stories')} in ${plural(dumps, 'dump')}`;
    this.#out.write(`\n${this.#style('bold', total)}: ${this.#style(colour, found)}.\n`);
    // What stands above many dumps has gone by.
    if (dumps > 1) this.#summary();
    await this.#out.flush();
  }

  #tally({ code, severity }: Message, isFirstOfDump: boolean): void {
    const known = this.#codes.get(code) ?? { severity, count: 0, dumps: 0, first: this.#dump };
    known.count++;
    if (isFirstOfDump) known.dumps++;
    this.#codes.set(code, known);
  }

  #summary(): void {
    const codes = [...this.#codes].sort(([, a], [, b]) => order(a) - order(b) || b.count - a.count);
    for (const [code, { severity, count, dumps, first }] of codes) {
      const others = dumps === 1 ? '' : ` and ${plural(dumps - 1, 'other')}`;
      const counted = this.#style(COLOURS[severity], plural(count, severity));
      this.#out.write(`  ${code}: ${counted}, in ${printableLine(first)}${others}\n`);
    }
  }

  #message({ severity, code, line, column, text, excerpt: shown }: Shown): string {
    const place = `${printableLine(this.#dump)}:${line}:${column}`;
    const said = `${place} ${this.#style(COLOURS[severity], severity)} ${printableLine(text)} (${code})\n`;
    return shown ? `${said}${this.#style('dim', shown)}\n` : said;
  }
}

/** Errors come first. */
const order = ({ severity }: { severity: Severity }) => (severity === 'error' ? 0 : 1);

/** What a dump is, and what that rests on where it is no page text. */
function titleOf({ name, because }: KnownFormat): string {
  if (name === 'refused') return 'no text of stories';
  return name === 'pages' ? FORMAT_TITLES.pages : `${FORMAT_TITLES[name]}: ${because}`;
}

function row(line: string, date: string, lang: string, words: string, headline: string): string {
  return [
    line.padStart(LINE),
    padToWidth(date, DATE),
    padToWidth(lang, LANG),
    words.padStart(WORDS),
    headline,
  ].join('  ');
}
