// What asks readers to subscribe, to sign in, to click, and what a page says of itself, in whole sentences: no part of any
// story. Decides by the verb that asks and the thing it is about, and by phrases that nothing but a page says.

import { memoize, SNIFFED_LINES } from '../../utils/memoize.ts';
import { isNotice } from './notices.ts';

/** What asks readers to subscribe, to click, to follow: whole sentences as well. */
const INVITATION =
  /^(?:\W*)(?:click|tap|subscribe|sign up|signup|register|follow|like us|join our|join us on|download our|download the|get (?:the latest|breaking|our|all|free|updates|[\p{L}’' ]{3,40} delivered)|want (?:more|to receive)|need more|stay (?:up[- ]to[- ]date|informed|updated|connected|in the know)|get access|already a|do you rely on|love (?:this|our) (?:story|article|post)|support (?:our|independent)|chat with us|tell us what you think|have a (?:tip|news tip)|like (?:this|our) (?:story|article|post)|(?:if you )?enjoyed? (?:this|our) (?:story|article|post)|cliquez|abonnez-vous|inscrivez-vous|suscríbete|haz clic|siga|clique|iscriviti|clicca|abonnieren sie|klicken sie|klik|meld je aan|подпишитесь|присоединяйтесь|abone ol|اشترك|تابعنا|اضغط)(?![\p{L}])/iu;
const INVITED =
  /\b(?:here|newsletters?|inbox|subscri\p{L}+|sign up|e-?mails?|alerts?|facebook|twitter|instagram|youtube|telegram|whatsapp|apps?|updates|channel|reporting|latest|survey|feedback|share|reached|join|proposition|canal|página|seite|kanal|ici|aquí|aqui|qui|hier|канал\p{L}*|кан?ал)\b|قناة|النشرة|هنا/iu;
const LEGAL =
  /\b(?:protected by recaptcha|delivered (?:straight |right |directly )?to your inbox|delivered (?:daily|weekday|weekly)|your inbox|thank you for (?:signing|subscribing)|thanks for signing up|you can (?:opt[- ]?out|unsubscribe) at any time|invalid email|enter your e-?mail|opinions expressed (?:by|in|are)|this article contains affiliate|we may (?:earn|receive) (?:a )?commission|external links will open|never miss an? (?:update|story|issue|post)|we[’']d (?:like|love) to hear (?:from|what)|loading (?:related|more) |(?:unsupported|not supported) (?:on|by|in) (?:your|this) (?:device|browser)|(?:requires|enable|turn on) javascript)\b/iu;
/** Stories are about these as well: a page says that they bind its reader. */
const TERMS = /\b(?:terms (?:of (?:service|use)|and conditions)|privacy (?:policy|notice|statement))\b/iu;
const BINDING =
  /\b(?:agree|apply|accept|acknowledge|consent|subject to|by (?:clicking|signing|subscribing|continuing|using|submitting|entering|registering|providing|creating)|(?:our|your|the site[’']s|this site[’']s|(?:read|see|view|check) (?:the|our)) [^.]{0,24}(?:terms|privacy))\b/iu;
const MAX_TERMS = 60;
const bindsReader = (text: string) => TERMS.test(text) && (text.length <= MAX_TERMS || BINDING.test(text));

/** What no line that asks can do without, in lower case: a quick test rules out most lines. */
const MAY_ASK =
  /\b(?:newsletter|sign(?:ing)? (?:up|in)|subscri|unsubscri|register|accounts?\b|free to read|your free|to be emailed|to receive|full access|access (?:to|from)|remove ads|want to see this|report this ad|not loaded|failed to load|video will|refreshing|tap here|journalism|we may earn|affiliate|per month|the conversation|updates from|electronic replica|delivered to|follow (?:us|our)|anmeld|anzumelden|abonn|herunterlad|download|regist|bestell|vorbestell|testen|weiterlesen|abstimm|geht(?:['’]?s| es)|app\b|folge|klick|extern|verhindern|maschinelle|(?:ki|ai)-gen|sie lesen|schrijf je|meld je|klik|volg ons|inscri|t[ée]l[ée]charg|suivez|cliquez|retrouvez|rejoignez|suscr|apúnt|descarg|descárg|s[íi]g|haz clic|haga clic|assine|clique|baixe|participe|entre no|faça parte|iscriv|clicca|scarica|segui|unisciti|ricevi|zapisz|kliknij|pobierz|obserwuj|chcesz|zaloguj|sledujte|odeb|pratite|pretplat|prijavite|preuzmite|prenumer|zaprenum|ladda ner|klicka|anm|last ned|tilmeld|hent|tilaa|lataa|seuraa|abone|takip|unduh|ikuti|gabung|dapatkan|meld deg|f[öø])/u;
/** The same in other scripts, and of words that begin with a letter of no other Latin alphabet. */
const MAY_ASK_ELSE =
  /(?=[úřdpstmпчсتاحचकसফক구카텔네앱회기요会続アフチ关關扫下订訂點点])(?:[úř]nete|dołącz|přihlas|stáhn|tıkla|mời|tải|theo dõi|подпи|підпи|присоед|приєдн|читайте нас|следите|скача|стежте|تابع|اشتر|حم|انضم|اضغط|चैनल|क्लिक|सब्स|फॉलो|ক্লিক|구독|카카오|카톡|텔레|네이버|앱|회원|기사제보|요약은|会員|続きを|アプリ|フォロー|チャンネル|关注|關注|扫码|下载|下載|订阅|訂閱|點擊|点击)/u;
/** In so many characters at its ends a line shows its script. */
const ENDS = 24;
const OUTSIDE_LATIN = /[^ -ÿ‘-„…]/u;
const ASKS = new RegExp(
  [
    // English
    "^by signing up\\b|(?:^|[.!?,:–-] )(?:please )?(?:sign (?:up|in)|register|subscribe) (?:to|for|now|or|and|today)\\b.*\\b(?:newsletters?|updates|reading|unlock|articles?|alerts|inbox)\\b|\\bby signing up to our\\b|^(?:create (?:an|your) (?:free )?account|already (?:a subscriber|subscribed|have an account))|\\b(?:free to read|register to (?:unlock|continue|read)|subscribe to (?:unlock|continue|read)|start your (?:free )?\\p{L}* ?\\p{L}* (?:subscription|trial)|reserved for subscribers(?: only)?$|(?:online )?access is included in your subscription)\\b|\\binterested in (?:more|our) newsletters\\b|^(?:i would like|i want|i agree|i consent) to (?:be emailed|receive)\\b|\\byou have (?:full )?access to this article\\b|\\b(?:don[’']t want to see this|remove ads|report this ad)\\b|\\badvertisement has not loaded\\b|\\bvideo (?:has )?failed to load\\b|\\bvideo will (?:start|play|begin) (?:in|shortly|automatically)\\b|^try refreshing (?:your browser|the page)|\\btap here to see other videos\\b|\\bfearless journalism\\b|\\bsupport (?:local|independent|quality) journalism\\.?$|\\bwe may earn (?:a |an )?(?:affiliate )?commission\\b|\\bthis (?:article|story|page|post) (?:may )?contains? affiliate links\\b|\\b(?:unlimited|exclusive|full) (?:online |digital )?access to\\b.*\\b(?:articles|accounts?|sites|content|website)\\b|\\baccess articles from\\b|\\badditional articles per month\\b|^(?:share your thoughts and )?join the conversation\\b|\\bemail updates from your favou?rite authors\\b|\\bepaper, an electronic replica\\b|\\bdelivered to (?:you|your (?:inbox|door|phone))\\b|\\bfollow (?:us|our) (?:on|in|channel)\\b.*(?:whatsapp|telegram|google news|instagram|facebook|youtube|tiktok|channel)",
    // German, Dutch
    "\\b(?:hier|jetzt|kostenlos|gratis|unverbindlich)(?: \\p{L}+){0,3} (?:an(?:zu)?melden|abonnieren|herunterladen|downloaden|registrieren|bestellen|testen|weiterlesen|vorbestellen|abstimmen)[.!]*$|\\bhier geht[’']?(?:s| es) (?:direkt )?(?:zur?m?|zu den)\\b|\\bmit (?:meiner|der|ihrer) anmeldung (?:zum|stimme|erkläre)|\\bmit (?:der|unserer) \\S+(?:-| )app[!.]?$|^(?:jetzt )?(?:abonnieren|abonniere|melden sie sich|melde dich|folgen sie uns|folge uns|laden sie|lade dir|klicken sie|klicke) .*(?:newsletter|app|kanal|whatsapp|instagram|facebook|hier|abo|funktion|google)|^jetzt (?:abonnieren|anmelden|registrieren|testen) und\\b|\\b(?:der|unser|im) newsletter (?:zu|für|von|mit)\\b.*(?:anmeldung|anmelden|abonnieren|bestellen|kostenlos)|\\bexterne[nr]? inhalt|\\bder externe inhalt\\b|\\bprivatsphäre-einstellungen verhindern\\b|\\bmaschinelle übersetzung (?:eines|des|dieses)|\\b(?:ki|ai)-(?:generiert|genererad|generert|genereret)\\b.*(?:fehler|felaktigheter|feil|fejl)|\\bsie lesen gerade\\b.*[!]$|\\b(?:schrijf je|meld je) (?:hier |nu |dan )?(?:in|aan)\\b|^(?:klik hier|volg ons|download de)\\b",
    // French, Spanish, Portuguese, Italian
    "\\b(?:inscrivez|abonnez)-vous\\b.*(?:ici|newsletter|lettre|gratuit|chaîne|offre|alerte)|\\btéléchargez (?:gratuitement )?(?:l[’'] ?|notre )appli|\\bsuivez\\b.*\\b(?:avec l[’']appli\\S*|sur (?:whatsapp|google|facebook|instagram|notre chaîne))|^(?:cliquez ici|retrouvez-nous sur|rejoignez(?:-nous)?)\\b|\\b(?:suscr[ií]bete|suscríbase|regístrate|apúntate)\\b.*(?:aquí|newsletter|bolet|gratis|canal|para)|^(?:descarga|descárgate|síguenos|síganos|haz clic|haga clic|únete|sigue (?:el canal|a)) .*(?:app|canal|whatsapp|aquí|telegram|google|facebook|instagram|redes)|^(?:assine|inscreva-se|clique aqui|siga (?:o|a|nosso|nossa)|baixe o|participe do|entre no|faça parte) .*(?:newsletter|canal|whatsapp|telegram|instagram|app|grupo|aqui|google|facebook|notícias)|^(?:iscriviti|clicca qui|scarica l[’']app|seguici|unisciti|segui (?:il|la|i|le) .*(?:su|canale)|ricevi) .*(?:newsletter|canale|whatsapp|telegram|google|facebook|instagram|app|notizie|qui)?",
    // Slavic
    '(?:^|[.!] )(?:подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь|суйтеся)|присоединяйтесь|приєднуйтесь|читайте нас|следите за|скачивайте|скачайте|стежте за).*(?:канал|telegram|телеграм|вконтакте|дзен|приложени|viber|новост|новин|google|facebook)|^(?:zapisz się|kliknij (?:tutaj|tu)|pobierz (?:naszą |bezpłatną )?aplikację|obserwuj nas|dołącz do|zaprenumeruj|chcesz (?:być na bieżąco|wiedzieć więcej)|zaloguj się)\\b|^(?:sledujte nás|přihlaste se|odebírejte|stáhněte si|sledujte náš|pratite nas|pretplatite se|prijavite se|preuzmite)\\b',
    // Nordic, Finnish, Turkish, Indonesian, Vietnamese
    '^(?:prenumerera på|ladda ner (?:vår )?app|klicka här|anmäl dig|följ oss|meld deg på|last ned appen|klikk her|følg oss|tilmeld dig|hent appen|klik her|tilaa (?:uutiskirje|ilmainen)|lataa sovellus|klikkaa tästä|seuraa meitä)\\b|\\b(?:abone ol(?:un)?|takip edin|(?:indirmek|okumak|izlemek|katılmak|takip etmek) için tıklayın|buraya tıklayın)\\b|^(?:klik di sini|unduh aplikasi|ikuti (?:kami|saluran|berita|terus)|gabung(?: di| ke)? (?:channel|saluran|grup)|dapatkan (?:berita|update))\\b|^(?:mời (?:bạn|quý) .* theo dõi|tải (?:ngay )?ứng dụng|theo dõi .* trên)\\b',
    // Arabic, Indic, East Asia
    'تابعونا|تابعوا آخر|اشترك(?:وا)? (?:في|الآن)|حمّ?ل(?:وا)? (?:ال)?تطبيق|انضم(?:وا)? إلى قنا|اضغط(?:وا)? هنا|व्ह?ा?ट्सए?प चैनल|यहां क्लिक करें|सब्सक्राइब करें|फॉलो करें|এখানে ক্লিক করুন|구독(?:하기|하세요|해 ?주세요)|(?:카카오톡|카톡|텔레그램|네이버) .{0,12}(?:채널|구독|제보)|앱 ?다운로드|회원용 ?콘텐츠|기사제보 및 보도자료|(?:ai|인공지능) 요약은|無料会員|会員登録(?:すると|で|が)|続きをお読み|アプリをダウンロード|(?:フォロー|チャンネル登録)(?:して|を?お願い)|(?:关注|關注|扫码|下载|下載|订阅|訂閱|點擊|点击).{0,16}(?:微信|公众号|公眾號|客户端|app|頻道|频道|這裡|这里|二维码|line)',
  ].join('|'),
  'u',
);
function asks(text: string): boolean {
  const lower = text.toLowerCase();
  const ends = `${lower.slice(0, ENDS)}${lower.slice(-ENDS)}`;
  const mayAsk = MAY_ASK.test(lower) || (OUTSIDE_LATIN.test(ends) && MAY_ASK_ELSE.test(lower));
  return mayAsk && ASKS.test(lower) && !OF_STORY.test(text);
}
/** Who asks, and who is quoted, can name all of these in a story. */
const OF_STORY = /\?["”’]?$|^["“„«]/u;
const MAX_INVITATION = 300;

/** Whether a line asks readers to do something on the page or beside it, or says what the page says of every story. */
export function isInvitation(text: string): boolean {
  return text.length <= MAX_INVITATION && invites(text);
}

const invites = memoize(
  (text: string) =>
    ((LEGAL.test(text) || bindsReader(text)) && !OF_STORY.test(text)) ||
    isNotice(text) ||
    (INVITATION.test(text) && INVITED.test(text)) ||
    asks(text),
  SNIFFED_LINES,
);
