// Whether a dump is a WARC file, and whether its records are text: WET, the text that was taken out of web pages.
import type { Head, Sniffed } from './sniffed.ts';

export function sniffWarc({ text }: Head): Sniffed | undefined {
  if (!/^\s*WARC\/\d\.\d\r?\n/u.test(text)) return undefined;
  const types = [...text.matchAll(/^WARC-Type:\s*(\w+)/gimu)].map(([, type = '']) => type.toLowerCase());
  if (types.some((type) => type === 'response' || type === 'request') && !types.includes('conversion')) {
    return {
      refused: {
        looksLike: 'a WARC file of web pages as servers sent them',
        advice: 'Extract their text (WET) first, by warcio and trafilatura for instance.',
      },
    };
  }
  return { format: 'wet', because: 'it begins a WARC record' };
}
