// How words change, and which of them ask without saying about what. What stands between the braces is JSON: the indexer
// reads this very text (src/finder/speech.rs). Letters are folded. A step takes the longest ending that fits away:
// `ending>what stays:letters that must stay`, `c` when a consonant must stand before it. `close` says how a stem ends:
// `d` one consonant of two, `v` one vowel of two, `z` s for z and f for v. Where words have `starts`, the longest goes first.
export const SPEECH = {
  "stems": {
    "nl": {
      "steps": [
        "heden:4 eeen>ee:2 ieen>ie:2 ien>ie:4 iseren:4 ieren:5 eren:4 en:3c e:3c",
        "s:4c os>o:3 as>a:4 ies>ie:5",
        "heid:4 isering:4 iering:5 ering:4 ing:5 isch:4 isatie:4 atief:4 atie:4 ief:5 ie:6 iek:5 ieel:4 stalig:4 talig:3"
      ],
      "close": "dvz"
    },
    "en": {
      "steps": [
        "sses>ss:2 ies:3 ches>ch:3 shes>sh:3 xes>x:2 ss>ss:1 us>us:2 is>is:2 s:3",
        "ing:4 ed:4 ly:5",
        "isation:4 ization:4 ational:4 ation:4 ative:4 atory:4 ator:4 ate:4 at:5 ability:4 ibility:4 able:4 ible:4 ment:5 ness:5 icity:5 ical:5 ician:5 ic:5 ial:5 al:5 ity:5 ist:5 ive:5 ion:5 ant:5 ancy:5 acy:6 atic:6 er:5 ology>olog:2 y:3",
        "e:3"
      ],
      "close": "d"
    },
    "de": {
      "steps": [
        "innen:4 isieren:4 ieren:4 en:3 ern:4 er:4 em:4 es:4 e:3c s:4c",
        "in:5 isierung:4 ierung:4 ung:4 heit:4 keit:4 isch:4 lich:4 ation:4 ie:6 ik:5 ig:5",
        "er:4"
      ],
      "close": "d"
    },
    "fr": {
      "steps": [
        "eaux>eau:2 aux>a:3 s:3 x:4",
        "issement:4 ement:4 euse>eu:3 eur>eu:3 atrice:4 ateur:4 trice>t:3 teur>t:3 ive>i:4 if>i:4 elle>el:3 enne>en:3 ique:5 ations:4 ation:4 ite:5 ees:4 ee:4 er:4 ie:6 al>a:4 e:3"
      ],
      "close": "d"
    },
    "es": {
      "steps": [
        "aciones:4 ces:3 es:4 s:3",
        "acion:4 ador:4 adora:4 mente:4 icos:5 icas:5 ico:5 ica:5 ia:6 ar:4 er:4 ir:4 z:3",
        "o:4 a:4 e:4"
      ],
      "close": ""
    },
    "ar": {
      "starts": "ال وال بال كال فال لل",
      "steps": [
        "ات:3 ون:3 ين:3 ان:3 ها:3 ية:3 ة:3 ه:3 ي:3"
      ],
      "close": ""
    }
  },
  "stops": "de het een en of dat die dit deze der den des dan als aan bij door in is ik je jij u wij we ze zij hij er om op over te tot uit van voor naar met mee zonder onder tussen maar niet geen ook nog al wel zo zijn was waren wordt worden heb heeft hebben had kan kunnen kun zou zouden wil willen moet moeten mag mij me mijn ons onze jullie hun haar hem iemand iemands wie wat waar welke welk hoe wanneer waarom hier daar kent ken kennen weet weten zoek zoekt zoeken gezocht vind vinden nodig graag ervaring ervaren verstand expert experts deskundige deskundigen specialist specialisten specialisme persoon mensen helpen help helpt adviseren goed goede beste veel iets spreekt spreken woont wonen doet doen werkt werken gedaan gewerkt bezig gebied sprekende buurt regio omgeving a an the and or to for on at by from with without as it its this that these those there here be been am are were has have having do does did done can could will would should may might must shall not no who whom whose which what where when why how i you he she they them us our your my his her their someone somebody anyone anybody person people everyone everybody know knows knowing known need needs needed look looking search searching find finding seek seeking want wants helps helping please about into some any good best experience experienced expertise specialists knowledge speaks speak speaking spoken lives living live based near nearby around area work works worked working familiar das dem und oder ein eine einer eines einem einen von zu zum zur mit fur auf aus bei nach uber unter zwischen nicht kein keine auch noch ist sind war wird werden hat haben kann konnen konnte wer wen wem wo ich sie es wir ihr uns mein jemand jemanden kennt weiss suche sucht suchen brauche brauchen hilft helfen hilfe erfahrung erfahren experte experten expertin fachmann spricht wohnt arbeitet sich im le la les un une du et ou dans sur sous avec sans par pour que qui quoi dont est sont ete etre ont avoir peut peuvent nous vous ils elles il elle tu mon ma mes son sa ses leur leurs quelqu quelquun personne cherche chercher recherche connait connaitre sait savoir besoin aide aider specialiste parle habite travaille el los las una unos unas y o con sin por para del quien quienes donde como esta estan hay tiene tienen puede pueden yo nosotros alguien persona busco buscar conoce sabe necesito ayuda ayudar experiencia especialista habla vive trabaja ive whats whos thats theres doesnt isnt arent youre advise advises advice conseiller conseille parlant parlante ayant habitant beim berat beraten sprechend sprechende like talk من في على عن مع الى يعرف تعرف ابحث نبحث خبير خبيرة خبراء هل هناك شخص احد لديه يتحدث تتحدث يمكنه اريد نريد"
};
