// How a card looks: the front of a newspaper, seen from across the street. Paper, ink and accent are those of the
// site's own styles; a card has one scheme, for it stands in other people's pages.
import type { Node } from '@takumi-rs/core';
import type { Card } from './card.ts';

/** What link previews show in full (https://ogp.me has no size; this one is what the large ones ask for). */
export const WIDTH = 1200;
export const HEIGHT = 630;

const PAPER = '#fffdf8';
const INK = '#1c1a17';
const SOFT = '#5d574d';
const ACCENT = '#8c1c1f';
const MARGIN = 64;

/** Sizes of a headline, from the largest; which one depends on its length. */
export const HEADLINE_SIZES: readonly number[] = [112, 96, 84, 74, 66, 58, 50];
/** Height that a headline has, in pixels. */
export const HEADLINE_ROOM = 312;

/** A card, its headline set in one of the sizes. */
export function cardNode(card: Card, size: number): Node {
  const { title, kicker, motto, date } = card;
  return {
    type: 'container',
    style: {
      ...column,
      width: WIDTH,
      height: HEIGHT,
      padding: `0 ${MARGIN}px`,
      backgroundColor: PAPER,
      color: INK,
      direction: card.dir,
      fontSize: 32,
    },
    children: [
      {
        type: 'container',
        style: { ...row, height: 118, borderBottom: `5px solid ${INK}`, fontSize: 40, fontWeight: 700 },
        children: title ? [line(title)] : [],
      },
      {
        type: 'container',
        style: { ...column, flexGrow: 1, justifyContent: 'center' },
        children: [
          ...(kicker ? [line(kicker, { color: ACCENT, fontWeight: 700, marginBottom: 10 })] : []),
          headlineNode(card, size),
          ...(motto
            ? [
                line(motto, {
                  color: SOFT,
                  marginTop: 24,
                  lineClamp: 2,
                  textAlign: 'center',
                  textWrap: 'balance',
                }),
              ]
            : []),
        ],
      },
      {
        type: 'container',
        style: { ...row, height: 92, borderTop: `1px solid ${SOFT}`, color: SOFT, fontSize: 30 },
        children: date ? [line(date)] : [],
      },
    ],
  };
}

/** The headline alone, as wide as on a card, to learn how high it is. */
export function headlineNode({ headline, lang, dir, motto }: Card, size: number): Node {
  return {
    type: 'text',
    text: headline,
    lang,
    style: {
      display: 'block',
      width: WIDTH - 2 * MARGIN,
      direction: dir,
      fontSize: size,
      fontWeight: 700,
      // Letters of Arabic reach further up and down.
      lineHeight: dir === 'rtl' ? 1.5 : 1.14,
      textWrap: 'balance',
      overflowWrap: 'anywhere',
      textAlign: motto ? 'center' : 'start',
    },
  };
}

const column = { display: 'flex', flexDirection: 'column' } as const;
const row = { display: 'flex', flexDirection: 'row', alignItems: 'center' } as const;

function line(text: string, style: Node['style'] = {}): Node {
  return {
    type: 'text',
    text,
    style: { display: 'block', textOverflow: 'ellipsis', lineClamp: 1, ...style },
  };
}
