// What a page says of itself, whatever story stands on it: how old it is, who wrote, summed up or read it aloud, by which
// standards; that a post of another site waits for consent; where else the subject is spoken of. Decides by whole
// phrases that no story has.

/** How old a story is, and by which standards it was written. */
const OWN =
  /^(?:our standards:|a version of this (?:article|story) (?:appears|appeared) in print|this (?:article|story|page|post) (?:is|was)(?: (?:first|originally|last))?(?: published| posted| updated)?(?: more than| over| about)? (?:\d+|an?|one|two|three|several) (?:days?|weeks?|months?|years?) (?:old|ago)(?![\p{L}]))/iu;

/** What all others are about: a quick test rules out most lines. */
const MAY_SAY =
  /künstlich|automati|maschine|generer|gener[ae]t|generad|gerad[ao]|genererad|chatgpt|openai|\bai\b|\bki\b|\bia\b|redak|rédac|redac|redaz|syndicat|edited|necessar|necesar|meinung|mening|engage|extern|einwillig|einverstanden|datenschutz|consent|cookie|inhalt|inhoud|contenu|conten|thema/iu;
const SAYS = new RegExp(
  [
    // Made by a machine, or taken over from an agency
    '\\b(?:zusammenfassung|audioversion|sprachversion|übersetzung|tonspur)\\b.* (?:künstlich|automatisch|maschinell|von (?:einer )?ki|mithilfe|mit hilfe)\\b.*(?:erzeugt|generiert|erstellt|übersetzt)|^ljuduppspelningen är ai-genererad|^samm?en(?:draget|drag) er (?:laget|skrevet) av|^(?:this|the|an?|our) (?:\\p{L}+ )?(?:summary|translation|audio(?: version)?|transcript|recording) (?:is|was|has been|are) (?:\\p{L}+ )?(?:ai[- ]generated|(?:auto-?|automatically |machine[- ])(?:generated|translated)|(?:generated|created|produced|made|read|translated) (?:by|with|using) (?:ai|artificial|an? automat\\p{L}+|machine|openai|chatgpt))|^(?:el|este|esta|ce|cet|cette|questo|questa) .{3,40} (?:ha sido |a été |è stat[oa] )?(?:generad[oa]|généré[e]?|generat[oa]) (?:por|par|da|avec|con|automáticamente)\\b|hat diese meldung redaktionell nicht bearbeitet|^\\(?(?:except for the headline, )?this (?:story|article|report) has not been edited by|^esta (?:noticia|nota) no ha sido editada|published from a syndicated feed',
    // Whose opinion it is
    "m(?:u|ü)ss(?:en|t)? nicht der meinung der redaktion|(?:gibt|geben|spiegelt|spiegeln) nicht (?:notwendigerweise|zwingend|unbedingt) die (?:meinung|ansicht|haltung)|\\b(?:do|does) not necessarily (?:reflect|represent) (?:the|those)\\b.*(?:views?|opinions?|position|policy|of)\\b|no reflejan necesariamente|no representan necesariamente|non riflettono necessariamente|não refletem necessariamente|n[’']engagent que",
    // What waits for consent
    '^um (?:diesen inhalt|diese inhalte|eingebettete inhalte|externe inhalte)\\b.*(?:anzu(?:zeigen|sehen)|einwilligung|zustimm)|^ich bin (?:damit )?einverstanden, dass (?:mir|ihnen)? ?.*(?:inhalte?|youtube|instagram|twitter)\\b.*angezeigt|^(?:ein klick für den datenschutz|hier finden sie einen externen inhalt|an dieser stelle (?:finden|befindet|wird|steht)|empfohlener (?:redaktioneller|externer) inhalt|externer inhalt)\\b|^(?:we need your (?:permission|consent)|this (?:content|video|article) (?:is (?:not available|hosted|provided) .*(?:cookie|consent)|contains content provided by)|please (?:accept|enable|allow) .*cookies)|^(?:ce|cet|ces|este|esta|estos|questo|deze|dit|dette|denne) .{0,20}(?:contenus?|contenido|contenuto|inhoud|innholdet?)\\b.*cookies?',
    // Where else the subject is spoken of
    '^(?:über dieses thema berichtete?n?|dieses thema im programm|dieses thema (?:berichtet|im)|über das thema berichtete)\\b',
  ].join('|'),
  'iu',
);
const MAX_NOTICE = 300;

/** Whether a line says what its page says of every story. */
export function isNotice(text: string): boolean {
  return OWN.test(text) || (text.length <= MAX_NOTICE && MAY_SAY.test(text) && SAYS.test(text));
}
