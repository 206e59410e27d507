//! What the columns of a table are called in nl, en, de and fr: the key, and its words, folded.

use crate::base::EntryKind;

/// A key, and what a column of it is called.
pub(super) type Words = (&'static str, &'static str);

/// Words for keys of `kind`; those of names stand first. Between two words stands `|`.
pub(super) fn of(kind: EntryKind) -> &'static [Words] {
    let own: [(EntryKind, &'static [Words]); 8] = [
        (EntryKind::Expert, &EXPERT),
        (EntryKind::Project, &PROJECT),
        (EntryKind::Organization, &ORGANIZATION),
        (EntryKind::Topic, &TOPIC),
        (EntryKind::Request, &REQUEST),
        (EntryKind::Group, &GROUP),
        (EntryKind::Article, &ARTICLE),
        (EntryKind::Event, &EVENT),
    ];
    own.into_iter().find(|(of, _)| *of == kind).map_or(&[], |(_, words)| words)
}

/// Words for keys of every kind. Those that decide who sees what stand here to the letter: what is
/// called otherwise and speaks of that closes the entry.
pub(super) const EVERY_KIND: [Words; 9] = [
    (
        "visibility",
        "zichtbaarheid|zichtbaar|openbaar|visibility|visible|public|sichtbarkeit|sichtbar|offentlich|visibilite|publique",
    ),
    ("draft", "concept|draft|entwurf|brouillon"),
    (
        "publish",
        "publiceren vanaf|tonen vanaf|zichtbaar vanaf|publish from|veroffentlichen ab|sichtbar ab|publier a partir de",
    ),
    (
        "expires",
        "verloopt|verloopt op|tonen tot|zichtbaar tot|expires|expires on|sichtbar bis|expire le",
    ),
    (
        "updated",
        "bijgewerkt|bijgewerkt op|laatst bijgewerkt|laatste wijziging|gewijzigd op|updated|last updated|last modified|\
         aktualisiert|zuletzt aktualisiert|geandert am|mis a jour|mise a jour|derniere mise a jour",
    ),
    ("body", "verhaal|lange tekst|story|long text|geschichte|langer text|histoire|texte long"),
    (
        "links.website",
        "website|web site|site|web|webseite|homepage|webadres|internet|site web|site internet|url",
    ),
    (
        "links.linkedin",
        "linkedin|linkedin profiel|linkedin profile|linkedin profil|linkedin url|profil linkedin",
    ),
    ("slug", "slug"),
];

const EXPERT: [Words; 41] = [
    (
        "name",
        "naam|volledige naam|voor en achternaam|weergavenaam|naam lid|naam expert|lid|name|full name|fullname|\
         display name|member|expert|vollstandiger name|vor und nachname|mitglied|nom complet|nom et prenom|\
         prenom et nom|membre|nom",
    ),
    (
        "first",
        "voornaam|roepnaam|voornamen|first name|firstname|given name|forename|vorname|vornamen|rufname|prenom|prenoms|nombre|nombres|nome|fornavn|fornamn|etunimi|imie|jmeno",
    ),
    ("initials", "voorletters|voorletter|initialen|initials|initiales|initialien|iniciales"),
    (
        "infix",
        "tussenvoegsel|tussenvoegsels|tussenv|tv|voorvoegsel|voorvoegsels|infix|name prefix|middle name|namenszusatz|\
         namensvorsatz|particule",
    ),
    (
        "last",
        "achternaam|familienaam|geslachtsnaam|last name|lastname|surname|family name|nachname|familienname|zuname|\
         nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|efternavn|efternamn|etternavn|sukunimi|nazwisko|prijmeni",
    ),
    ("sort_name", "sorteernaam|sort name|sortiername|nom de tri"),
    (
        "headline",
        "functie|functietitel|functieomschrijving|beroep|kopregel|ondertitel|korte omschrijving|headline|job title|\
         jobtitle|job|function|position|profession|occupation|tagline|funktion|beruf|berufsbezeichnung|\
         kurzbeschreibung|fonction|poste|metier|intitule du poste",
    ),
    ("photo", "foto|pasfoto|portret|afbeelding|photo|picture|portrait|image|bild|lichtbild"),
    ("pronouns", "voornaamwoorden|aanspreekvorm|pronouns|pronomen|pronoms"),
    (
        "languages",
        "talen|taal|talenkennis|languages|language|spoken languages|sprachen|sprache|sprachkenntnisse|langues|langue",
    ),
    (
        "location.city",
        "woonplaats|plaats|stad|standplaats|vestigingsplaats|woongemeente|city|town|place|location|place of residence|\
         residence|ort|wohnort|stadt|standort|ville|lieu|domicile|localite|commune",
    ),
    (
        "location.region",
        "provincie|regio|streek|region|province|state|county|bundesland|kanton|departement",
    ),
    ("location.country", "land|landcode|country|country code|landerkurzel|pays|code pays"),
    ("location.on_map", "op kaart|op de kaart|on map|on the map|auf der karte|sur la carte"),
    (
        "location.travel",
        "werkgebied|reisbereidheid|reisafstand|actieradius|travel|willing to travel|einsatzgebiet|reisebereitschaft|mobilite",
    ),
    (
        "location.remote",
        "op afstand|werkt op afstand|thuiswerken|remote|works remotely|remote work|fernarbeit|a distance|teletravail",
    ),
    (
        "contact.email",
        "e mail|email|mail|e mailadres|emailadres|e mail adres|mailadres|email address|e mail address|e mail adresse|\
         emailadresse|mailadresse|courriel|adresse e mail|adresse email|adresse mail|adresse electronique",
    ),
    (
        "contact.phone",
        "telefoon|telefoonnummer|telefoonnr|telnr|tel|tel nr|mobiel|mobiele telefoon|mobiel nummer|mobielnummer|gsm|\
         phone|phone number|telephone|telephone number|mobile|mobile phone|mobile number|cell|cell phone|telefon|\
         telefonnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|portable|numero de telephone|telephone portable",
    ),
    (
        "contact.url",
        "contactpagina|contactformulier|contact page|booking page|kontaktseite|page de contact",
    ),
    (
        "links",
        "links|link|profielen|social media|socials|sociale media|websites|soziale medien|reseaux sociaux|liens",
    ),
    ("links.orcid", "orcid|orcid id"),
    ("links.github", "github"),
    ("links.gitlab", "gitlab"),
    ("links.mastodon", "mastodon"),
    ("links.bluesky", "bluesky"),
    ("links.xing", "xing"),
    (
        "expertise",
        "expertise|expertises|expertisegebied|expertisegebieden|deskundigheid|deskundigheden|specialisme|specialismen|\
         specialisatie|specialisaties|vakgebied|vakgebieden|kennisgebied|kennisgebieden|onderwerp|onderwerpen|thema|\
         themas|thema s|trefwoorden|competenties|vaardigheden|skills|skill|topics|topic|areas of expertise|\
         area of expertise|fields of expertise|specialties|keywords|tags|fachgebiet|fachgebiete|themen|schwerpunkte|\
         schwerpunkt|kompetenzen|kenntnisse|fahigkeiten|competences|domaines|domaine|domaines d expertise|\
         domaine d expertise|domaines dexpertise|domaine dexpertise|specialites|specialite|mots cles|themes",
    ),
    ("roles", "rol|rollen|role|roles|rolle|inzetbaar als|einsetzbar als"),
    (
        "audience",
        "doelgroep|doelgroepen|audience|target group|target groups|zielgruppe|zielgruppen|public cible|publics cibles",
    ),
    (
        "availability.status",
        "beschikbaarheid|beschikbaar|availability|available|verfugbarkeit|verfugbar|disponibilite|disponible",
    ),
    (
        "availability.hours",
        "uren|uren per week|uren p w|hours|hours per week|hours a week|stunden|stunden pro woche|heures|heures par semaine",
    ),
    (
        "availability.from",
        "beschikbaar vanaf|beschikbaar per|available from|verfugbar ab|disponible a partir de|disponible des",
    ),
    (
        "who",
        "over mij|wie ben ik|bio|biografie|omschrijving|beschrijving|profiel|profieltekst|introductie|about|about me|\
         biography|description|profile|summary|uber mich|beschreibung|profil|biographie|a propos|presentation",
    ),
    ("can", "wat kan ik|what can i do|what i can do|was kann ich|que puis je faire"),
    ("value", "meerwaarde|toegevoegde waarde|added value|mehrwert|valeur ajoutee"),
    ("flow", "flow|energie|waar krijg ik energie van|what gives me energy"),
    ("offers", "aanbod|ik bied|biedt|offer|offers|angebot|angebote|offre|offres"),
    ("asks", "ik zoek|zoekt|looking for|asks|gesuch|gesuche|ich suche|je cherche"),
    (
        "consent",
        "toestemming|toestemming op|toestemmingsdatum|datum toestemming|akkoord op|datum akkoord|consent|consent date|\
         consent on|date of consent|einwilligung|einwilligung am|datum der einwilligung|zustimmung|zustimmung am|\
         consentement|date du consentement|date de consentement",
    ),
    (
        "confirmed_on",
        "bevestigd|bevestigd op|laatst bevestigd|confirmed|confirmed on|last confirmed|bestatigt am|zuletzt bestatigt|\
         confirme le",
    ),
    (
        "withdrawn",
        "ingetrokken|ingetrokken op|toestemming ingetrokken|withdrawn|withdrawn on|consent withdrawn|widerrufen|widerrufen am",
    ),
];

const PROJECT: [Words; 13] = [
    (
        "title",
        "titel|title|naam|name|project|projectnaam|opdracht|project name|projekt|projektname|titre|nom|projet|nom du projet",
    ),
    ("client", "opdrachtgever|klant|client|customer|auftraggeber|kunde|commanditaire"),
    ("sector", "sector|branche|industry|wirtschaftszweig|secteur"),
    (
        "period.from",
        "van|start|startdatum|begin|begindatum|from|start date|von|beginn|anfang|debut|date de debut",
    ),
    (
        "period.to",
        "tot|tot en met|t m|eind|einde|einddatum|to|until|end|end date|bis|ende|enddatum|fin|date de fin",
    ),
    ("confirmed_on", "bevestigd op|confirmed on|bestatigt am|confirme le"),
    ("place", "plaats|locatie|place|location|city|ort|standort|lieu|ville"),
    ("question", "vraag|vraagstuk|opgave|question|challenge|frage|aufgabe|defi"),
    ("approach", "aanpak|werkwijze|approach|vorgehen|approche|demarche"),
    (
        "result",
        "resultaat|resultaten|uitkomst|result|results|outcome|ergebnis|ergebnisse|resultat|resultats",
    ),
    (
        "team",
        "team|teamleden|uitvoerders|betrokkenen|team members|members|mitwirkende|beteiligte|equipe",
    ),
    (
        "topics",
        "onderwerp|onderwerpen|thema|themas|thema s|trefwoorden|expertise|topics|topic|tags|keywords|themen|themes|mots cles|sujets",
    ),
    ("featured", "uitgelicht|featured|hervorgehoben|en vedette"),
];

const ORGANIZATION: [Words; 3] = [
    (
        "title",
        "naam|organisatie|organisatienaam|bedrijf|bedrijfsnaam|titel|name|organization|organisation|company|title|firma|\
         unternehmen|nom|entreprise|raison sociale",
    ),
    ("core_tasks", "kerntaken|core tasks|kernaufgaben|missions"),
    ("audience", "doelgroep|doelgroepen|audience|target groups|zielgruppen|public cible"),
];

const TOPIC: [Words; 4] = [
    (
        "title",
        "onderwerp|thema|naam|titel|begrip|topic|title|name|term|begriff|sujet|theme|titre|nom",
    ),
    ("synonyms", "synoniemen|synoniem|ook wel|synonyms|synonym|also called|synonyme|synonymes"),
    (
        "broader",
        "breder|valt onder|bovenliggend|broader|parent|oberbegriff|ubergeordnet|terme generique",
    ),
    ("related", "verwant|gerelateerd|related|see also|verwandt|voir aussi"),
];

const REQUEST: [Words; 6] = [
    (
        "title",
        "titel|vraag|opdracht|naam|title|request|question|name|anfrage|frage|titre|demande|nom",
    ),
    (
        "organization",
        "organisatie|opdrachtgever|bedrijf|organization|organisation|client|company|auftraggeber|firma|entreprise",
    ),
    ("from", "van|vanaf|start|startdatum|from|start date|von|ab|beginn|debut|a partir de"),
    (
        "until",
        "tot|tot en met|einddatum|deadline|until|to|end date|bis|ende|jusqu au|jusquau|date de fin",
    ),
    ("hours", "uren|uren per week|hours|hours per week|stunden|heures"),
    ("needs", "gevraagd|gevraagde expertise|expertise|onderwerpen|needs|topics|gesucht|besoins"),
];

const EVENT: [Words; 8] = [
    ("title", "titel|evenement|bijeenkomst|title|event|meeting|veranstaltung|titre"),
    ("start", "start|begin|van|vanaf|datum|from|starts|date|beginn|debut"),
    ("end", "einde|eind|tot|end|ends|until|to|ende|fin"),
    ("zone", "tijdzone|time zone|timezone|zeitzone|fuseau horaire"),
    ("place", "plaats|locatie|place|location|venue|ort|lieu"),
    ("speakers", "sprekers|spreker|speakers|speaker|referenten|intervenants"),
    ("topics", "onderwerpen|thema|themas|tags|topics|themen|sujets"),
    ("register", "aanmelden|inschrijven|register|registration|anmeldung|inscription"),
];

const ARTICLE: [Words; 5] = [
    ("title", "titel|kop|bericht|title|headline|uberschrift|titre"),
    ("date", "datum|gepubliceerd|publicatiedatum|date|published|veroffentlicht|publie le"),
    ("authors", "auteur|auteurs|door|schrijver|author|authors|by|autor|autoren|par"),
    ("topics", "onderwerpen|thema|themas|tags|topics|subjects|themen|sujets|mots cles"),
    ("summary", "samenvatting|inleiding|intro|summary|excerpt|zusammenfassung|resume|chapeau"),
];

const GROUP: [Words; 10] = [
    (
        "title",
        "naam|groep|groepsnaam|commissie|werkgroep|kring|titel|name|group|committee|team|circle|title|gruppe|\
         ausschuss|arbeitsgruppe|nom|groupe|commission|titre",
    ),
    ("kind", "soort|type|kind|art|sorte"),
    (
        "part_of",
        "valt onder|onderdeel van|hoofdgroep|part of|parent|parent group|gehort zu|ubergeordnet|fait partie de",
    ),
    ("purpose", "doel|opdracht|taak|purpose|mission|remit|zweck|aufgabe|mandat"),
    ("place", "plaats|locatie|place|location|city|ort|standort|lieu|ville"),
    ("topics", "onderwerp|onderwerpen|thema|themas|topics|topic|themen|sujets"),
    ("members", "leden|deelnemers|members|people|mitglieder|membres"),
    ("from", "van|vanaf|opgericht|from|since|founded|von|seit|depuis"),
    ("to", "tot|tot en met|opgeheven|to|until|ended|bis|jusqu au"),
    ("join", "meedoen|aansluiten|join|how to join|mitmachen|rejoindre"),
];
