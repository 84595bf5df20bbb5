// Whether a dump is a database written as SQL: by the statements that its programs begin with.
import type { Head, Sniffed } from './sniffed.ts';

const DUMPED = /^-- (?:MySQL dump|MariaDB dump|PostgreSQL database dump|phpMyAdmin SQL Dump)/u;
const STATEMENT =
  /^(?:INSERT INTO\s+\S+.*(?:VALUES|\()|CREATE TABLE\s.*\(|BEGIN TRANSACTION;|PRAGMA \w+\s*=|DROP TABLE\s.*;|SET \w+\s*=.*;)/u;
const LOOKED_AT = 60;

export function sniffSql({ lines }: Head): Sniffed | undefined {
  const first = lines.filter((line) => line.trim() !== '').slice(0, LOOKED_AT);
  const begins = STATEMENT.test(first.find((line) => !/^(?:--|\/\*)/u.test(line)) ?? '');
  if (!DUMPED.test(first[0] ?? '') && !DUMPED.test(first[1] ?? '') && !begins) return undefined;
  return {
    refused: {
      looksLike: 'a database written as SQL',
      advice: 'Load it into the database that wrote it, and export the table of stories as CSV or JSON.',
    },
  };
}
