// What tells one written language from another at sight: the script, where one language uses it; letters; common words.
// Data for language.ts and language-words.ts. A word stands in the row of each language that has it among its commonest, so
// that it tells the less the more have it. What these signs do not settle is left to the detector.

/** Scripts by their Unicode blocks, ascending: first and last code point. Latin is told apart beforehand. */
export const SCRIPTS: readonly (readonly [first: number, last: number, script: string])[] = [
  [0xc0, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x530, 0x58f, 'Armn'],
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x6ff, 'Arab'],
  [0x700, 0x74f, 'Syrc'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7bf, 'Thaa'],
  [0x8a0, 0x8ff, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xa00, 0xa7f, 'Guru'],
  [0xa80, 0xaff, 'Gujr'],
  [0xb00, 0xb7f, 'Orya'],
  [0xb80, 0xbff, 'Taml'],
  [0xc00, 0xc7f, 'Telu'],
  [0xc80, 0xcff, 'Knda'],
  [0xd00, 0xd7f, 'Mlym'],
  [0xd80, 0xdff, 'Sinh'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Laoo'],
  [0xf00, 0xfff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x3041, 0x30ff, 'Kana'],
  [0x3130, 0x318f, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7af, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfeff, 'Arab'],
  [0xff66, 0xff9f, 'Kana'],
];

/** Scripts that one language of today's news is written in. */
export const LANGUAGE_OF_SCRIPT: ReadonlyMap<string, string> = new Map([
  ['Grek', 'el'],
  ['Armn', 'hy'],
  ['Thaa', 'dv'],
  ['Beng', 'bn'],
  ['Ethi', 'am'],
  ['Guru', 'pa'],
  ['Gujr', 'gu'],
  ['Orya', 'or'],
  ['Taml', 'ta'],
  ['Telu', 'te'],
  ['Knda', 'kn'],
  ['Mlym', 'ml'],
  ['Sinh', 'si'],
  ['Thai', 'th'],
  ['Laoo', 'lo'],
  ['Mymr', 'my'],
  ['Geor', 'ka'],
  ['Hang', 'ko'],
  ['Khmr', 'km'],
  ['Kana', 'ja'],
]);

/** Letters that one language of a script uses and its neighbours do not; the first language to qualify counts. */
export const DISTINCTIVE_LETTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Arab: {
    ug: 'ۇۈۋڭ',
    // Uyghur writes two of these too, and so comes first.
    ckb: 'ڕڵێۆە',
    sd: 'ٻڀٺٽڄڃڇڌڏڙڦڳڱڻ',
    ps: 'ټډړږښځڅۍڼ',
    ur: 'ٹڈڑںےہۓ',
  },
  Beng: { as: 'ৰৱ' },
  Hebr: { yi: 'װױײ' },
};

/** Letters of Persian that Arabic lacks, and of Arabic that Persian lacks; each writes some letters its own way. */
export const PERSIAN_LETTERS = 'پچژگکی';
export const ARABIC_LETTERS = 'ةىكيأإ';
export const PERSIAN_WORDS = words('در به از که این را با برای است شد شده می های کرد خود یک');
export const PASHTO_WORDS = words('د چې په کې ته');
export const ARABIC_WORDS = words('في من على إلى الى أن ان عن التي الذي بعد مع هذا هذه لم قال قالت خلال بين');

/** What is told of the languages of one script. */
export interface ScriptProfile {
  /** Letters that not all languages of the script have, by language. */
  letters: Readonly<Record<string, string>>;
  /** Common words, by language. */
  words: Readonly<Record<string, ReadonlySet<string>>>;
}

/** Scripts that many languages share. */
export const PROFILES: Readonly<Record<string, ScriptProfile>> = {
  Latn: {
    letters: {
      af: 'êëôûéï',
      az: 'çəğıöşü',
      ca: 'àçèéíïòóúü',
      cs: 'áčďéěíňóřšťúůýž',
      cy: 'ŵŷâêîôû',
      da: 'æøåé',
      de: 'äöüß',
      eo: 'ĉĝĥĵŝŭ',
      es: 'áéíñóúü',
      et: 'äõöüšž',
      eu: 'ñ',
      fi: 'äöå',
      fr: 'àâæçèéêëîïôœùûü',
      ga: 'áéíóú',
      gl: 'áéíñóúü',
      hr: 'čćđšž',
      hu: 'áéíóöőúüű',
      is: 'áæðéíóöúýþ',
      it: 'àèéìòù',
      lt: 'ąčęėįšųūž',
      lv: 'āčēģīķļņšūž',
      mi: 'āēīōū',
      mt: 'ċġħżà',
      nl: 'éëïóöü',
      no: 'æøåéòô',
      pl: 'ąćęłńóśźż',
      pt: 'áâãàçéêíóôõú',
      ro: 'ăâîșțşţ',
      sk: 'áäčďéíĺľňóôŕšťúýž',
      sl: 'čšž',
      sq: 'çë',
      sv: 'åäöé',
      tr: 'çğıöşüâîû',
      yo: 'àáèéẹìíòóọùúṣńǹ',
      vi: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
    },
    words: {
      af: words(
        'die het van en in op te dat is vir met nie sy word na aan by ook om uit maar dan nog deur as teen meer was hy hulle ons haar hierdie kan tot geen wat sê gesê oor moet sal kon wou nou weer vandag toe daar baie hom my jy onder jaar',
      ),
      az: words(
        'bir və bu üçün ilə da də olan daha ən çox kimi sonra görə deyil isə ancaq oldu edib hər nə var yeni tərəfindən ki olub bildirib onun üzrə olduğu edən iki ölkə haqqında qədər ildə yer böyük bildirilir',
      ),
      ca: words(
        'el la els les de del dels un una en que amb per no al als se com més però és són ha han aquest aquesta aquests seu seva des fins entre sobre també segons quan on ja molt sense havia estat anys hi què perquè després',
      ),
      cs: words(
        'na se je že do to za pro by jsou byl byla po od jako při ale které který která jeho jen také už bylo ve si nebo však let roku podle mezi ještě než může aby',
      ),
      cy: words(
        'yr yn ar ac mae wedi ei eu bod am gan gyda ond oedd fydd sy hyn nid mewn fel hefyd dweud bydd cael yng cymru pobl blwyddyn wrth dros rhwng dydd oherwydd eto felly iawn lle pan hwn hon cyn roedd',
      ),
      da: words(
        'og at er på til det den de en et af for med som ikke har han hun fra var blev bliver også men om efter ved eller kan skal vil over under mere meget sig sin være været når hvor nu siger mod nogle noget mellem hvad gennem uden indtil procent oplyser ud op ind jeg vi mig ifølge kunne skulle ville blevet siden igen',
      ),
      de: words(
        'der die das den dem des und ist nicht ein eine einen einem einer auf sich wird wurde werden nach mit für von vom zum zur über bei im am auch sind hat haben noch aus oder aber wie nur vor durch mehr sei seine ihre kann soll bis als gegen schon wenn dass er sie wir es war so um unter zwei',
      ),
      en: words(
        'the and with that this which from would could been were their after have has had said who its they by of for how more than about into when where while be are because there these to in as at on is was it not an or he she his her will but over out up all also we you',
      ),
      eo: words('la de kaj en ne estas al por ke kun oni estis pri ĝi sed kiu kiuj'),
      es: words(
        'el la los las de del un una en que con por para se su sus al lo como más pero fue ha han son está este esta estos desde hasta entre sobre también según tras cuando donde ya muy sin había sido ser años hay durante contra no si ante porque dijo cada mismo otro otros hacer todo todos ese esa eso fueron tiene parte así además',
      ),
      et: words(
        'ja on ei et ta oli see ka kui mis aga kes selle oma tema ning või siis nii mida pärast välja aasta olnud saab üle eest juba pole oleks kuid nende võib kogu kõige üks veel väga enam teha ütles vahel all kas mitte eesti tuleb ainult palju',
      ),
      eu: words(
        'eta da du ez zuen dute ere bat izan dira baina egin duen hori beste dela bere zen den dituzte bi artean ditu arte zuten zuela dutela egingo izango badu gehiago ondoren arabera baita edo hau horren bertan urte lehen',
      ),
      fi: words(
        'ja on ei että se oli hän ovat myös mutta kun joka sen mukaan vuoden olla kuin tai jos niin nyt vain sekä jo ollut hänen tämä tämän voi mitä jonka ole kanssa sitä siitä kuitenkin aikana jälkeen vuotta mitään sanoi kertoo tulee pitää voidaan vaikka koska eikä olisi olleet enemmän hänelle joita vielä suomen noin ennen nämä itse sitten näin tästä',
      ),
      fr: words(
        'le la les des du de un une et est en dans pour avec que qui sur au aux par pas plus ne ce cette ces son sa ses leur leurs il elle ils nous vous je mais ou où été être fait après selon sont ont avait comme tout deux entre lors depuis contre sans sous encore aussi alors très même',
      ),
      ga: words(
        'an na agus ar go le do sé sí bhí is ag sin tá ná nach leis don faoi den ach mar atá chun gur bhfuil ann',
      ),
      gl: words(
        'os as do da dos das no na un unha en que con por para se seu súa ao aos ás non máis foi son está como polo pola tras tamén xa ou entre sobre ata cando ser ten anos dixo isto este esta aínda sen foron de',
      ),
      ha: words(
        'da na ta ya ne ce cewa shi ba ga wannan daga don mai su an yi wani za kuma sun yana bayan kan',
      ),
      hr: words(
        'na se je da su za od iz kao što koji koja koje bi bio bila bilo nije ne te ili ali po do već samo sve nakon prema kako još pri će može godine rekao zbog bez više svoje ovo sada prije bih biti nisu',
      ),
      hu: words(
        'az és hogy nem is egy volt meg már csak de ez azt ki mint még szerint után el lesz vagy sem ha két minden lehet pedig amely ami aki majd között illetve',
      ),
      id: words(
        'yang dan di dengan untuk dari pada tidak ini itu akan telah oleh dalam karena bisa adalah sudah juga bahwa para saat seperti kata tersebut kepada ada ke atau lebih tahun hingga namun usai menurut saya kami mereka dia belum masih secara agar bagi antara hari lalu jika ujar ungkap katanya sementara sedangkan terkait merupakan melakukan tak hanya presiden kota kabupaten jadi lagi sebagai harus pun mengatakan pemerintah polisi warga kantor setelah tapi lainnya adanya senin kamis jumat miliar perusahaan sekitar sejumlah berbagai ingin uang nomor sekarang seluruh',
      ),
      is: words(
        'og að er til það sem við um en með fyrir ekki var hann hún þeir þær því frá eru hefur hafa verið af segir eftir þegar mjög eða þess þetta þá munu síðan upp',
      ),
      it: words(
        'il lo la gli le di del della dei degli delle dello un una uno in nel nella nei che con per non più anche sono ha hanno come ma si su sul sulla al alla ai alle dal dalla dopo questo questa essere stato stata tra fra anni ancora suo sua molto',
      ),
      lt: words(
        'ir kad iš su tai yra bei buvo kaip per už po ne ar apie jis jo bet nuo dėl prie taip pat šis metų metais tik jau gali jų savo kuris kurie',
      ),
      lv: words(
        'un ir no ar par uz ka kas bija pēc tas to kā arī vai bet nav tika līdz gadā gada savu viņš pie jau vairāk tiek lai ne var būt kopā',
      ),
      mi: words('te o ki e i ka he ngā nga mō kua tēnei ko ana mai me hoki rātou'),
      ms: words(
        'yang dan di dengan untuk dari pada tidak ini itu akan telah oleh dalam kerana boleh adalah sudah juga bahawa para ketika seperti kata tersebut kepada ada ke atau lebih tahun hingga namun menurut saya kami mereka dia belum masih secara agar bagi antara hari lalu jika beliau ialah iaitu berkata sahaja turut serta mempunyai menerusi manakala selepas semalam sebagai lagi harus pun hanya presiden awam malah kerajaan polis pejabat isnin khamis jumaat ahad syarikat pelbagai mahu wang tiada kes apabila supaya ramai amat berkenaan mangsa ketua',
      ),
      mt: words(
        'il ta li fil ma għal minn kien dan din mill bħala hija huwa jew wara biex ukoll qal aktar fuq',
      ),
      nl: words(
        'de het een van en in op te dat die is voor met niet zijn wordt worden werd naar aan bij ook heeft hebben had over om uit er maar dan nog door als na tegen meer was hij zij we zich deze dit kan tot geen wel jaar onder volgens',
      ),
      no: words(
        'og å er på til det den de en et av for med som ikke har han hun fra var ble blir også men om etter ved eller kan skal vil over under mer mye seg sin være vært når hvor nå sier mot at noen noe mellom hva gjennom uten prosent opp inn fikk gikk forteller frem må jeg vi meg ifølge kunne skulle ville blitt siden igjen',
      ),
      pl: words(
        'na do się nie to że jest jak po od za przez co są był była ale dla ich jego tym tego także oraz przed pod już który która które przy może tylko być czy gdy lat roku',
      ),
      pt: words(
        'os as do da dos das no na nos nas um uma em que com por para se seu sua seus suas ao aos às não mais mas foi são está como pelo pela após segundo também já ou entre sobre até quando ser tem anos disse isso este esta ainda sem foram de',
      ),
      ro: words(
        'și şi în de la cu pe din un care că nu este sunt au fost mai pentru prin după ca sau dar cel cei cele acest această când între fi va vor ani lui ei său sa unei unui al ale despre până',
      ),
      sk: words(
        'na sa je že do to za pre by sú bol bola po od ako pri ale ktoré ktorý ktorá jeho len aj už bolo vo si alebo však rokov roku podľa medzi ešte než môže aby sme čo',
      ),
      sl: words(
        'in na se je da so za po pa ki od bi bil bila bilo tudi ne še kot ali pri že do le več ni ga med ko pred iz kar leta letih svoje vse smo lahko ker bolj zaradi letos danes svoj vsi tem tega bo bodo',
      ),
      so: words(
        'ka ku iyo oo ah in la ee waxa waxaa waa ay uu si loo lagu kala ayaa soo sheegay kale isaga markii inuu dalka',
      ),
      sq: words(
        'të në dhe për me një nga që është se ka janë do si ky kjo kanë por ai ishte më pas nuk edhe kur tek tij duke ne ta deri mund sipas',
      ),
      sv: words(
        'och att är på till det den de en ett av för med som inte har han hon från var blev blir också men om efter vid eller kan ska vill över under mer mycket sig sin vara varit när där nu säger mot',
      ),
      sw: words(
        'na ya wa kwa ni katika la za cha kuwa hiyo huo hii alisema baada lakini yake wake watu pia kama ambao ambaye zaidi mwaka hayo si au kutoka mkoa wakati',
      ),
      tl: words(
        'ang ng sa na mga ay at si ni para hindi ito kay nang kung din rin may ayon isang siya niya kanyang nila pa lang naman ko ako matapos mula dahil',
      ),
      tr: words(
        'bir ve bu için ile da de olarak olan daha en çok kadar gibi sonra göre değil ise ancak oldu olduğunu etti her ne var yeni tarafından ki mi ya dedi dolayı içinde kişi yıl gün büyük olduğu üzerinde şekilde nedeniyle diye önce ardından arasında belirtti söyledi yapılan bin yer aldı eden edilen iki',
      ),
      yo: words('ni ti ń àwọn tí sí wọn pé ó kan náà fún lati láti nínú jẹ́ kò'),
      vi: words(
        'và của là có được cho không trong các với những một này đã khi người năm từ đến về tại để theo ra vào cũng như sẽ ông bị trên nhiều',
      ),
    },
  },
  Cyrl: {
    letters: {
      be: 'ёйыьэюяіў',
      bg: 'йщъьюяи',
      kk: 'ёйщъыьэюяиіәғқңөұүһ',
      ky: 'ёйщъыьэюяиңөү',
      mk: 'иѓќѕљњјџ',
      mn: 'ёйщъыьэюяиөү',
      ru: 'ёйщъыьэюяи',
      sr: 'иђћљњјџ',
      tg: 'ёйъэюяиғӣқӯҳҷ',
      uk: 'йщьюяиіїєґ',
    },
    words: {
      be: words(
        'не на што як да за гэта ад яго для пра быў былі таксама пасля які якія што ён яна яны каб па але можа будзе',
      ),
      bg: words(
        'не на че да за са по от като се ще беше след който която което това при до или вече има му бе без още те той само между които както може през около според години година каза този тази тези сега',
      ),
      kk: words(
        'және бұл үшін деп болды мен бен осы бір да де екен туралы жылы болып қазір еді деді оның кейін сол',
      ),
      ky: words(
        'жана бул үчүн деп болду менен ошол бир да де экен жөнүндө жылы болуп азыр эле деди анын кийин',
      ),
      mk: words(
        'не на дека да за од се ќе беше по кој која кое тоа што го ја ги во со или како при до веќе има му без уште тие тој само меѓу кои според години година рече повеќе своите сите бидејќи дел треба нема овој оваа сега',
      ),
      mn: words(
        'нь юм байна байгаа энэ тэр оны болон гэж хийх өөр бол уу их болсон байсан гэсэн мөн хүн ба юу',
      ),
      ru: words(
        'не на что как это но из его для от был была было были также после который которые по за при или уже бы он она они до все со мы только если во ее то чтобы может время этот эти этого том тоже себя сказал ему них нас там где когда года году лет',
      ),
      sr: words(
        'не на да за са се од је ће био која који које то што су или како при до већ има му без још они он само између из али би као своје због након после године година када каже рекао више све сви овај',
      ),
      tg: words('ва дар аз ба ки ин барои бо аст буд шуд ҳам то мебошад карда шуда он як низ худ'),
      uk: words(
        'не на що як це але його для від був була було були також після який які про до за та із або вже він вона вони при щоб під їх через є у',
      ),
    },
  },
  Deva: {
    letters: {},
    words: {
      hi: words(
        'के का की में से को है हैं और ने पर यह कि नहीं भी था थे इस एक तो कर लिए ही हो गया किया उन्होंने कहा साथ बाद रहे रहा लेकिन अपने',
      ),
      mr: words(
        'आणि आहे या हे ते च्या ला मध्ये होते नाही हा तर आहेत होता केली केला असे त्या यांनी आला एक करण्यात मात्र व तसेच यांच्या त्यांनी झाली झाले होती करून यांना नाहीत जात येत केले म्हणून',
      ),
      ne: words('छ छन् र को मा ले हो भने गरेको छन गर्न लागि पनि यो भएको गरेका हुने थियो एक नेपाल बताए'),
    },
  },
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
