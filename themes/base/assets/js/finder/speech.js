// How words change in the languages of a site. What stands between the braces is JSON: the indexer
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
  }
};
