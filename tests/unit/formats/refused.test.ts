// What is no text of stories is refused with one message, and nothing else of it is said.
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readFile } from './reading.ts';

const bytes = (latin: string) => Buffer.from(latin, 'latin1');

test.each<[what: string, content: Buffer | string, says: RegExp]>([
  ['HTML', '<!DOCTYPE html>\n<html><head><title>A</title></head><body><p>Text</p></body></html>', /HTML/u],
  ['HTML without a doctype', '<div class="story">\n<h1>A</h1><p>Text</p>\n</div>', /HTML/u],
  ['XML of an unknown kind', '<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>', /XML.*<opml>/u],
  [
    'mail',
    'Received: from a.example\n\tby b.example\nFrom: <a@a.example>\nMIME-Version: 1.0\nSubject: A ferry\n\nText.',
    /mail/u,
  ],
  [
    'mail in parts, of which one is its text',
    'From: a@a.example\nSubject: A ferry\nContent-Type: multipart/alternative; boundary="b"\n\n--b\n\nText.\n--b--\n',
    /mail/u,
  ],
  ['a mailbox', 'From a@a.example Sat Apr  5 2025\nReturn-Path: a\nMessage-ID: <1@a>\n\nText.', /mail/u],
  ['a mailbox of plain letters', 'From a@a.example Sat Apr  5 2025\nSubject: A ferry\n\nText.', /mail/u],
  ['SQL', "-- MySQL dump 10.13\n--\nCREATE TABLE s (a text);\nINSERT INTO s VALUES ('A');\n", /SQL/u],
  ['SQL of SQLite', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE s(a);\n', /SQL/u],
  [
    'source code',
    '#include <stdio.h>\n\nstatic int ferry(int n)\n{\n\tint s = 0;\n\twhile (n-- > 0) {\n\t\ts += n;\n\t}\n\treturn s;\n}\n',
    /source code/u,
  ],
  [
    'Org mode',
    '#+TITLE: A Ferry Returns\n#+DATE: 2025-04-24\n\nThe ferry came in.\n\n* At the pier\nIt left again.\n',
    /Org mode.*pandoc -f org/su,
  ],
  [
    'reStructuredText of a blog',
    'A Ferry Returns\n###############\n\n:date: 2025-04-24\n\nThe ferry came in.\n',
    /reStructuredText.*pandoc -f rst/su,
  ],
  [
    'reStructuredText with directives',
    '.. post:: Apr 24, 2025\n   :tags: ferry\n\nA Ferry Returns\n===============\n\nThe ferry came in. See `the pier <https://x.example>`_.\n',
    /reStructuredText/u,
  ],
  [
    'the markup of a wiki',
    '{{date|April 24, 2025}}\nThe [[ferry]] came in at noon.\n\n== At the [[pier|old pier]] ==\nIt left again.\n',
    /MediaWiki.*pandoc -f mediawiki/su,
  ],
  [
    'an export of Ghost',
    '{"db":[{"meta":{"exported_on":1,"version":"5.0"},"data":{"posts":[]}}]}',
    /Ghost.*jq/su,
  ],
  ['RTF', '{\\rtf1\\ansi Text}', /RTF/u],
  ['PDF', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), /PDF/u],
  ['Word', bytes('PK\x03\x04\x14\x00\x00\x00\x08\x00word/document.xml'), /Word/u],
  ['Excel', bytes('PK\x03\x04\x14\x00\x00\x00\x08\x00xl/workbook.xml'), /Excel/u],
  ['OpenDocument', bytes('PK\x03\x04\x14mimetypeapplication/vnd.oasis.opendocument.text'), /OpenDocument/u],
  ['old Office', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00'), /Office/u],
  ['zip', bytes('PK\x03\x04\x14\x00\x00\x00\x08\x00a.txt'), /ZIP/u],
  ['tar', bytes(`${'a.txt'.padEnd(257, '\x00')}ustar\x0000`), /tar/u],
  ['gzip in gzip', gzipSync('text'), /gzip twice/u],
  ['PNG', bytes('\x89PNG\r\n\x1a\n\x00\x00'), /image/u],
  ['JPEG', bytes('\xff\xd8\xff\xe0\x00\x10JFIF'), /image/u],
  ['GIF', bytes('GIF89a\x01\x00'), /image/u],
  ['TIFF', bytes('II*\x00\x08\x00'), /image/u],
  ['SQLite', bytes('SQLite format 3\x00\x10\x00'), /SQLite/u],
  ['binary', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 37) % 256)), /binary/u],
  ['UTF-16 without a mark', Buffer.from('A ferry came in.\nIt left again.', 'utf16le'), /utf-16le/u],
  ['old line breaks', 'A Ferry Returns\r3 May 2024\r\rThe ferry came in at noon.\r', /CR alone/u],
])('%s', (_, content, says) => {
  const { stories, messages, ledger, lines, format } = readFile(
    typeof content === 'string' ? Buffer.from(content) : content,
    'dump.bin',
  );
  expect(format).toBe('refused');
  expect(stories).toEqual([]);
  expect(messages).toMatchObject([{ code: 'refused', severity: 'error', line: 1, column: 1 }]);
  expect(messages[0]?.text).toMatch(says);
  expect(messages[0]?.text).toContain('dump.bin');
  expect(ledger.unclaimed).toBe(lines);
});

test.each([
  ['a text that begins with a note in brackets', '[A note] The ferry came in.\n\nText.'],
  ['a text that begins with a bracket and a number', '[1] The ferry came in.\n\nText.'],
  [
    'a text with commas in its first lines',
    'Ferry, Pier, Clerk\n\nThe ferry, the pier, and a clerk.\n\nMore, and more, and more.',
  ],
  ['a text with a rule on top', '---\n\nA Ferry Returns\n\nThe ferry came in.\n\n---\n\nMore.'],
  ['a text that begins with an angle bracket', '<3 for the Ferry\n\nThe ferry came in.'],
  [
    'a letter with its sender and its subject',
    'From: the harbour\nSubject: the ferry\n\nA Ferry Returns\n\nThe ferry came in at noon.',
  ],
  ['a text with a stray carriage return', 'A Ferry Returns\n\nThe ferry\r came in at\r noon.'],
  ['a text with a label in its first line', 'Note: this is a list\n\nThe ferry came in.'],
])('%s is page text', (_, text) => {
  expect(readFile(text, 'dump.txt').format).toBe('pages');
});
