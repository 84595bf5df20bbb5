// Fits the weights by which headlines are told, to dumps whose headlines are known: `node tests/bench/fit.ts KIND FILE`
// prints a table of weights, and how often they are right: those of one half of the dumps on the other half.
// KIND: `pages` (one whole page a line of FILE: {"text": …, "headline": …}) for PAGE_HEADLINE_WEIGHTS, `shapes` (one
// dump in which nothing parts stories: {"text": …, "headlines": [line, …]}) for SHAPE_WEIGHTS, `confidence` (one dump:
// {"text": …, "right": [line, …], "wrong": [line, …]}, the first lines of stories as they are read) for CONFIDENCE_WEIGHTS;
// of these it also says how many right stories are doubted, and how many wrong ones are not, by where doubt begins.
import { readFileSync } from 'node:fs';
import { CONFIDENCE_WEIGHTS, confidenceOf } from '../../integration/dump/confidence.ts';
import {
  apartnessOf,
  headlineCandidates,
  measurePageHeadline,
  PAGE_HEADLINE_WEIGHTS,
} from '../../integration/dump/heads/page-headline.ts';
import { densestProse } from '../../integration/dump/heads/page-prose.ts';
import { mayBeHeadline, measure, SHAPE_WEIGHTS } from '../../integration/dump/heads/shape.ts';
import { modelOf } from '../../integration/dump/heads/shape-model.ts';
import { WordWeights } from '../../integration/dump/heads/word-weights.ts';
import { WordWindows } from '../../integration/dump/heads/word-windows.ts';
import { type Line, LineSplitter } from '../../integration/dump/lines/lines.ts';
import { DumpReader } from '../../integration/dump/reader.ts';
import { namesIn } from '../../integration/dump/weigh.ts';

/** Lines of one dump, and which of them are headlines. */
interface Example {
  measured: number[][];
  right: boolean[];
}

const STEPS = 1500;
const RATE = 1;
/** How much a weight has to be worth, to be other than 0. */
const DECAY = 0.001;
/** A headline that is missed makes two stories wrong, a line that is none but one. */
const MISSED = 3;

function linesOf(text: string): Line[] {
  const splitter = new LineSplitter();
  return [...splitter.push(Buffer.from(text)), ...splitter.end()].filter((line) => line.text !== '');
}

function ofPage({ text, headline }: { text: string; headline: string }): Example {
  const lines = linesOf(text);
  const { from } = densestProse(lines);
  const candidates = headlineCandidates(lines, from);
  const weights = new WordWeights(new WordWindows());
  const apartness = apartnessOf(lines);
  return {
    measured: candidates.map((at) => Object.values(measurePageHeadline(lines, at, from, weights, apartness))),
    right: candidates.map((at) => lines[at]?.text === headline),
  };
}

function ofDump({ text, headlines }: { text: string; headlines: number[] }): Example {
  const lines = linesOf(text);
  const starts = [...lines.keys()].filter((at) => headlines.includes(lines[at]?.number ?? 0));
  const model = modelOf(
    starts.map((at) => lines[at]?.text ?? ''),
    { weights: WordWeights.of(lines, new WordWindows()), doubt: 0 },
  );
  const candidates = [...lines.keys()].filter((at) => at > 0 && mayBeHeadline(lines[at]));
  return {
    measured: candidates.map((at) =>
      Object.values(measure(lines, at, starts.findLast((start) => start < at) ?? 0, model)),
    ),
    right: candidates.map((at) => starts.includes(at)),
  };
}

/** The stories of a dump of which it is known whether they are read rightly, and what speaks against each. */
function doubtsOf({ text, right, wrong }: { text: string; right: number[]; wrong: number[] }) {
  const reader = new DumpReader();
  const found = [...reader.push(Buffer.from(text)), ...reader.end()];
  return found.flatMap(({ story, doubts }) => {
    const line = story?.lines[0] ?? 0;
    if (!doubts || !(right.includes(line) || wrong.includes(line))) return [];
    return { doubts, isRight: right.includes(line) };
  });
}

type Judged = ReturnType<typeof doubtsOf>[number];

const ofStories = (stories: readonly Judged[]): Example => ({
  measured: stories.map(({ doubts }) => namesIn(CONFIDENCE_WEIGHTS).map((name) => doubts[name])),
  right: stories.map(({ isRight }) => isRight),
});

/** Where doubt may begin. */
const THRESHOLDS = [0.98, 0.95, 0.9, 0.85, 0.8, 0.7, 0.5];

function printCurve(stories: readonly Judged[]): void {
  const judged = stories.map(({ doubts, isRight }) => ({ confidence: confidenceOf(doubts), isRight }));
  const count = (test: (confidence: number, isRight: boolean) => boolean) =>
    judged.filter(({ confidence, isRight }) => test(confidence, isRight)).length;
  console.log(`${count((_, isRight) => isRight)} right, ${count((_, isRight) => !isRight)} wrong`);
  for (const least of THRESHOLDS) {
    const cried = count((confidence, isRight) => isRight && confidence < least);
    const missed = count((confidence, isRight) => !isRight && confidence >= least);
    console.log(`  doubt below ${least}: ${cried} right ones doubted, ${missed} wrong ones not`);
  }
}

const dot = (weights: readonly number[], values: readonly number[]) =>
  weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);

/** How likely each line of an example is a headline: of a page one is, of a dump each may be. */
function chances(kind: string, scores: readonly number[]): number[] {
  if (kind !== 'pages') return scores.map((score) => 1 / (1 + Math.exp(-score)));
  const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}

function fitWeights(kind: string, examples: readonly Example[], size: number): number[] {
  const weights = Array.from({ length: size }, () => 0);
  const count = examples.reduce((sum, { measured }) => sum + (kind === 'pages' ? 1 : measured.length), 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => -DECAY * weight);
    for (const { measured, right } of examples) {
      const found = chances(
        kind,
        measured.map((values) => dot(weights, values)),
      );
      const rights = right.filter(Boolean).length;
      const want = kind === 'pages' && rights > 1 ? 1 / rights : 1;
      for (const [at, values] of measured.entries()) {
        const weight = kind === 'shapes' && right[at] ? MISSED : 1;
        const off = (weight * ((right[at] ? want : 0) - (found[at] ?? 0))) / count;
        for (const [index, value] of values.entries()) slope[index] = (slope[index] ?? 0) + off * value;
      }
    }
    for (const [index, value] of slope.entries()) weights[index] = (weights[index] ?? 0) + RATE * value;
  }
  return weights;
}

/** @returns how many pages, or lines of dumps, are told rightly, of how many */
function rightOf(kind: string, examples: readonly Example[], weights: readonly number[]): [number, number] {
  let [hits, all] = [0, 0];
  for (const { measured, right } of examples) {
    const scores = measured.map((values) => dot(weights, values));
    if (kind === 'pages') {
      all++;
      if (right[scores.indexOf(Math.max(...scores))]) hits++;
      continue;
    }
    all += scores.length;
    hits += scores.filter((score, at) => score > 0 === right[at]).length;
  }
  return [hits, all];
}

const [kind = '', file = ''] = process.argv.slice(2);
const tables: Record<string, object> = {
  pages: PAGE_HEADLINE_WEIGHTS,
  shapes: SHAPE_WEIGHTS,
  confidence: CONFIDENCE_WEIGHTS,
};
const table = tables[kind];
if (!table || !file) throw new Error('Usage: node tests/bench/fit.ts pages|shapes|confidence FILE');
const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
const judged = kind === 'confidence' ? rows.map((row) => doubtsOf(JSON.parse(row))) : [];
if (kind === 'confidence') printCurve(judged.flat());
const examples =
  kind === 'confidence'
    ? judged.map(ofStories)
    : rows
        .map((row) => (kind === 'pages' ? ofPage(JSON.parse(row)) : ofDump(JSON.parse(row))))
        .filter(({ right }) => right.includes(true));
const halves = [0, 1].map((half) => examples.filter((_, at) => at % 2 === half));
const names = Object.keys(table);
for (const [at, half] of halves.entries()) {
  const [hits, all] = rightOf(kind, halves[1 - at] ?? [], fitWeights(kind, half, names.length));
  console.log(`Fitted to one half, right on the other: ${hits} of ${all}`);
}
const [hits, all] = rightOf(kind, examples, Object.values(table));
console.log(`With the weights of the code: ${hits} of ${all}`);
const weights = fitWeights(kind, examples, names.length);
for (const [at, name] of names.entries()) console.log(`  ${name}: ${(weights[at] ?? 0).toFixed(1)},`);
