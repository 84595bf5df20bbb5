// Talks, as transcripts and scripts print them: `ELLIOT: It came in at noon.`, turn by turn. Decides who speaks in a dump, and
// which lines somebody says: none of them is a headline.

import type { Line } from '../lines/lines.ts';
import { endingIn } from '../phrases/marks.ts';

/** Who speaks, and perhaps what that person is: `MARA ELLIOT, HOST: …` */
const TURN = /^(?<who>\p{Lu}[^:.!?؟。]{0,58}?)\s?[:：]\s*(?=[\p{L}\p{N}"“‘«(…])/u;
const MOST_WORDS = 8;
/** So often speaks whoever speaks in a talk, and so many do. */
const LEAST_TURNS = 3;
const LEAST_SPEAKERS = 2;
const MOST_SPEAKERS = 40;
/** Speakers take turns: so many do not follow their own. Headlines below the names of two sections may. */
const LEAST_CHANGES = 0.5;
/** Others speak within so many lines: notes and updates open with a word as well, here and there. */
const NEAR = 4;
const LEAST_NEAR = 0.6;
/** So many lines below, what ends as sentences do goes on with what somebody says. */
const GOES_ON = 8;
/** What is said ends as sentences do, or is longer than headlines are. */
const LEAST_SAID = 0.6;
const LONG = 120;
const endsSentence = endingIn('.!?…؟。！？', `"'”’»“‘«)]`);

/** @returns who speaks in a talk of several turns; nothing where there is none */
export function findSpeakers(lines: readonly Line[]): string[] | undefined {
  const turns = withinStories(lines).flatMap(({ text, at }) => {
    const who = whoSays(text);
    return who === undefined ? [] : { who, at, isSaid: text.length > LONG || endsSentence(text) };
  });
  const counts = new Map<string, number>();
  for (const { who } of turns) counts.set(who, (counts.get(who) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  const speakers = often
    .slice(0, MOST_SPEAKERS)
    .flatMap(([who]) => (turns.filter((turn) => names(turn.who, who)).length >= LEAST_TURNS ? who : []));
  if (speakers.length < LEAST_SPEAKERS) return undefined;
  const theirs = turns.filter(({ who }) => speakers.some((speaker) => names(who, speaker)));
  const changes = theirs.filter(({ who }, at) => at > 0 && who !== theirs[at - 1]?.who).length;
  const near = theirs.filter(({ at }, next) => at - (theirs[next - 1]?.at ?? -NEAR) < NEAR + 1).length;
  const said = theirs.filter(({ isSaid }) => isSaid).length;
  const isTalk =
    changes >= (theirs.length - 1) * LEAST_CHANGES &&
    near >= theirs.length * LEAST_NEAR &&
    said >= theirs.length * LEAST_SAID;
  return isTalk ? speakers : undefined;
}

/** So few blank lines part stories. */
const WIDE = 2;

/** @returns the lines that no gap that parts stories stands above, which a headline does: `Q&A: …`; all, where most stand as far apart */
function withinStories(lines: readonly Line[]): { text: string; at: number }[] {
  const widest = lines.slice(1).reduce((most, { gap }) => Math.max(most, gap), WIDE);
  const all = lines.map(({ text, gap }, at) => ({ text, at, isWithin: at > 0 && gap < widest }));
  const within = all.filter(({ isWithin }) => isWithin);
  return within.length * 2 < lines.length ? all : within;
}

/** Whether a line is no headline: somebody says it, or it is a sentence that goes on with what somebody says. */
export function isOfTalk(
  lines: readonly Line[],
  at: number,
  speakers: readonly string[] | undefined,
): boolean {
  const text = lines[at]?.text ?? '';
  if (speakers === undefined) return false;
  if (isTurn(text, speakers)) return true;
  return (
    endsSentence(text) &&
    lines.slice(Math.max(0, at - GOES_ON), at).some((line) => isTurn(line.text, speakers))
  );
}

function isTurn(text: string, speakers: readonly string[]): boolean {
  const who = whoSays(text);
  return who !== undefined && speakers.some((speaker) => names(who, speaker));
}

/** The first time, whoever speaks is named in full. */
const names = (who: string, speaker: string) => who === speaker || ` ${who} `.includes(` ${speaker} `);

function whoSays(text: string): string | undefined {
  const who = TURN.exec(text)?.groups?.who?.replace(/[,()]/gu, ' ').replace(/\s+/gu, ' ').trim();
  return who === undefined || who.split(' ').length > MOST_WORDS ? undefined : who;
}
