// How an OG image looks: the front of a newspaper, seen from across the street. Paper, ink and accent are those of the
// site's own styles. It has one colour scheme, since it is shown in other people's pages.
import type { Node } from '@takumi-rs/core';
import { OG_IMAGE_SIZE, type OgImage } from './og-image.ts';

const { width: WIDTH, height: HEIGHT } = OG_IMAGE_SIZE;

const PAPER = '#fffdf8';
const INK = '#1c1a17';
const SOFT = '#5d574d';
const ACCENT = '#8c1c1f';
const MARGIN = 64;

/** Sizes of a headline, from the largest; which one depends on its length. */
export const HEADLINE_SIZES: readonly number[] = [112, 96, 84, 74, 66, 58, 50];
/** Height that a headline has, in pixels. */
export const HEADLINE_HEIGHT = 312;

/** An image, its headline set in one of the sizes. */
export function imageNode(image: OgImage, size: number): Node {
  const { title, kicker, motto, date } = image;
  return {
    type: 'container',
    style: {
      ...column,
      width: WIDTH,
      height: HEIGHT,
      padding: `0 ${MARGIN}px`,
      backgroundColor: PAPER,
      color: INK,
      direction: image.dir,
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
          headlineNode(image, size),
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

/** The headline alone, as wide as on an image, to measure how high it is. */
export function headlineNode({ headline, lang, dir, motto }: OgImage, size: number): Node {
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
