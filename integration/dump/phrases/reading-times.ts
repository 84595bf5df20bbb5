// What pages call how long it takes to read a story.

/** Words that stand before a number of minutes, as parts of a pattern. */
export const READING_TIME_WORDS =
  'lesezeit|lesedauer|leestijd|lesetid|læsetid|lästid|lukuaika|czas czytania|doba čtení|čas čtení|okuma süresi|время чтения|' +
  'temps de lecture|tiempo de lectura|tempo d[ei] lettura|tempo de leitura|read(?:ing)? time';
