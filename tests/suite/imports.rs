//! What was written elsewhere becomes a site: nothing invented, nothing lost without a word, and a
//! second time nothing.

use crate::spreadsheet::archive;
use crate::test_site::{TestSite, tree, vakwerk};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A source of each format, for whoever changes them at random.
pub fn sources() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    vec![
        ("linkedin", "l.zip", archive(&linkedin())),
        ("orcid", "o.json", ORCID.into()),
        ("orcid", "o.xml", ORCID_XML.into()),
        ("vcard", "c.vcf", CARDS.into()),
        ("europass", "p.xml", PASSPORT.into()),
        ("europass", "c.xml", CANDIDATE.into()),
        ("bibtex", "w.bib", bibliography().into_bytes()),
        ("ris", "w.ris", RIS.into()),
        ("csl-json", "w.json", CSL.into()),
        ("site", "content/authors/a/_index.md", b"---\ntitle: Anna Bos\nrole: Professor\ninterests: [Heat, Law]\nsocial: [{ icon: github, link: https://github.com/anna }]\n---\nAnna.\n".to_vec()),
        ("table", "t.csv", b"Voornaam;Naam;Expertise\nJan;Bos;\"a, b\"\n".to_vec()),
    ]
}

/// A folder with sources, into which sites are imported.
pub struct Desk(TestSite);

impl Desk {
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        Self(files.iter().fold(TestSite::empty(), |site, (path, bytes)| site.bytes(path, bytes)))
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Imports a source into a site. Gives the status, and what was said.
    pub fn import(&self, format: &str, source: &str, site: &str, more: &[&str]) -> (i32, String) {
        let (source, site) = (self.at(source), self.at(site));
        let mut arguments = vec![
            "import",
            format,
            source.to_str().expect("UTF-8"),
            "-C",
            site.to_str().expect("UTF-8"),
        ];
        arguments.extend(more);
        let output = vakwerk(&arguments);
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        (output.status.code().expect("it ends by itself"), said)
    }

    /// The same, which has to go well, and a second time changes nothing; the site has no error
    /// then.
    pub fn comes_over(&self, format: &str, source: &str, site: &str, more: &[&str]) -> String {
        let (status, said) = self.import(format, source, site, more);
        assert_eq!(status, 0, "{said}");
        let before = tree(&self.at(site));
        let (status, again) = self.import(format, source, site, more);
        assert!(status == 0 && again.contains("nothing to change"), "{again}");
        assert!(tree(&self.at(site)) == before, "a second import changes nothing: {again}");
        let site = self.at(site);
        let output = vakwerk(&["check", site.to_str().expect("UTF-8"), "--date", "2026-11-23"]);
        let notes = String::from_utf8_lossy(&output.stderr);
        assert!(!notes.contains("error["), "{notes}\n{said}");
        said
    }

    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.at(path))
            .unwrap_or_else(|error| panic!("{path}: {error}: {:?}", tree(self.0.path()).keys()))
    }
}

#[track_caller]
pub fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
}

/// Resumes of several ages, and what of each stands in the profile, and what is named.
const RESUMES: [(&str, &[&str], &[&str]); 6] = [
    (
        r#"{"basics":{"name":"Ada Bos","label":"Engineer","email":"ada@a.example","summary":"I build.","location":{"address":"Street 1","postalCode":"9711","city":"Assen","countryCode":"NL"}},"work":[{"name":"Pumps","position":"Lead","location":"Assen","description":"Makes pumps","startDate":"2018-05","highlights":["one","two"]}]}"#,
        &[
            "headline: Engineer",
            "city: Assen",
            "organization: Pumps",
            "Makes pumps",
            "- one",
            "from: 2018-05",
        ],
        &[
            "basics.location.address: Street 1",
            "basics.location.postalCode: 9711",
            "work[0].location: Assen",
        ],
    ),
    (
        r#"{"basics":{"name":"Ben Kok","website":"https://ben.example","picture":"https://ben.example/p.jpg"},"work":[{"company":"Wells","position":"Help","website":"https://wells.example","startDate":"May 2017","endDate":"June 2019","summary":"Dug"}]}"#,
        &[
            "website: https://ben.example",
            "organization: Wells",
            "from: 2017-05",
            "to: 2019-06",
            "Dug",
            "<https://wells.example>",
        ],
        &["basics.picture: https://ben.example/p.jpg"],
    ),
    (
        r#"{"basics":{"firstName":"Cas","lastName":"Vos","location":"Utrecht"},"work":[{"company":"Only"}],"education":[{"institution":"School","startDate":"2001-09-01T00:00:00Z","endDate":"2005","gpa":"8","courses":["Maths"]}]}"#,
        &[
            "name: Cas Vos",
            "city: Utrecht",
            "title: Only",
            "title: School",
            "from: 2001-09-01",
            "- Maths",
        ],
        &["education[0].gpa: 8"],
    ),
    (
        r#"{"basics":{"name":"Dee Jansen"},"volunteer":[{"organization":"Club","position":"Chair","startDate":"whenever","endDate":"Present"}],"skills":["Rust",{"name":"Law","level":"Guru"}],"interests":[{"name":"chess"}]}"#,
        &["organization: Club", "topic: Rust", "topic: Law"],
        &["volunteer[0].startDate: whenever", "skills[1].level: Guru", "interests[0].name: chess"],
    ),
    (
        r#"{"basics":{"name":"Eef Smit","profiles":[{"network":"Twitter","username":"eef","url":"https://twitter.com/eef"}]},"languages":[{"language":"Dutch","fluency":"C2"},{"language":"Elvish","fluency":"good"}],"references":[{"name":"Jo","reference":"Good."}]}"#,
        &["twitter: https://twitter.com/eef", "- nl: C2", "quote: Good."],
        &["languages[1].language: Elvish"],
    ),
    (
        r#"{"basics":{"name":"Fay Berg"},"certificates":[{"name":"IPMA","date":"2020","issuer":"IPMA"}],"publications":[{"name":"On heat","publisher":"J","releaseDate":"2020-01-01","summary":"About"}],"awards":[{"title":"Prize","date":"2019-01","awarder":"Jury"}],"projects":[{"name":"Net","startDate":"2020","keywords":["heat"],"description":"A net","entity":"City"}]}"#,
        &["title: IPMA", "title: On heat", "venue: J", "title: Prize"],
        &["publications[0].summary: About"],
    ),
];

#[test]
fn resumes_of_all_ages_come_over_whole() {
    let files: Vec<(String, &[u8])> = RESUMES
        .iter()
        .enumerate()
        .map(|(at, (text, ..))| (format!("r{at}.json"), text.as_bytes()))
        .collect();
    let desk =
        Desk::with(&files.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect::<Vec<_>>());
    for (at, (_, in_profile, named)) in RESUMES.iter().enumerate() {
        let said = desk.comes_over("json-resume", &format!("r{at}.json"), &format!("s{at}"), &[]);
        holds(&desk.text(&format!("s{at}/profile.md")), in_profile);
        holds(&said, named);
        let unread = said.lines().filter(|line| line.starts_with("  ")).count();
        assert!(unread <= named.len() + 1, "{said}");
    }
    holds(&desk.text("s5/projects/net.md"), &["title: Net", "client: City", "- heat"]);
}

/// LinkedIn's export.
fn linkedin() -> Vec<(&'static str, &'static [u8])> {
    vec![
        ("Profile.csv", "First Name,Last Name,Headline,Summary,Zip Code,Geo Location,Twitter Handles,Websites\nSanne,de Wit,Adviser,\"I help &amp; ask.\",9711,\"Groningen, Groningen, Netherlands\",[sannedw],[COMPANY:https://wit.example]\n".as_bytes()),
        ("Positions.csv", "Company Name,Title,Description,Location,Started On,Finished On\nWit,Adviser,\"Did: • one • two\",Groningen,Sep 2020,\nCity,Policy,,Assen,2011,Aug 2020\n".as_bytes()),
        ("Education.csv", b"School Name,Start Date,End Date,Notes,Degree Name,Activities\nRUG,2001,2005,,MSc,\n"),
        ("Skills.csv", b"Name\nheat networks\n"),
        ("Languages.csv", b"Name,Proficiency\nDutch,Native\n"),
        ("Certifications.csv", b"Name,Url,Authority,Started On,Finished On,License Number\nPMP,https://c.example,PMI,Apr 2023,,77\n"),
        ("Projects.csv", b"Title,Description,Url,Started On,Finished On\nNet,A net,https://n.example,Jan 2020,\n"),
        ("Publications.csv", b"Name,Published On,Description,Publisher,Url\nOn heat,\"Mar 1, 2020\",,J,https://p.example\n"),
        ("Honors.csv", b"Title,Description,Issued On\nPrize,,2019\n"),
        ("Recommendations_Received.csv", b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nJo,Bo,City,Mayor,Fine work,\"02/14/24, 09:15 AM\",VISIBLE\n"),
        ("Email Addresses.csv", b"Email Address,Confirmed,Primary,Updated On\nold@wit.example,Yes,No,x\nsanne@wit.example,Yes,Yes,x\n"),
        ("Connections.csv", b"Notes:\n\"x\"\n\nFirst Name,Last Name,Email Address\nSecret,Friend,friend@f.example\n"),
        ("messages.csv", b"FROM,TO,CONTENT\na,b,secret\n"),
    ]
}

#[test]
fn an_export_of_linkedin_comes_over_as_folder_and_as_zip() {
    let files: Vec<(String, &[u8])> =
        linkedin().into_iter().map(|(name, bytes)| (format!("li/{name}"), bytes)).collect();
    let mut all: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let zip = archive(&linkedin());
    all.push(("li.zip", &zip));
    let desk = Desk::with(&all);
    let said = desk.comes_over("linkedin", "li", "a", &[]);
    desk.comes_over("linkedin", "li.zip", "b", &[]);
    let of = |site: &str| -> BTreeMap<String, Vec<u8>> {
        // What the program remembers of a run is about that folder.
        tree(&desk.at(site)).into_iter().filter(|(path, _)| !path.starts_with(".vakwerk")).collect()
    };
    assert!(of("a") == of("b"));
    let profile = desk.text("a/profile.md");
    holds(
        &profile,
        &[
            "name: Sanne de Wit",
            "who: I help & ask.",
            "city: Groningen",
            "country: Netherlands",
            "topic: heat networks",
            "from: 2020-09",
            "- one",
            "to: 2020-08",
            "title: MSc",
            "title: PMP",
            "venue: J",
            "date: 2020-03-01",
            "title: Prize",
            "email: sanne@wit.example",
            "https://twitter.com/sannedw",
            "website: https://wit.example",
            "# - date: 2024-02-14",
        ],
    );
    assert!(!profile.contains("\ntestimonials"), "the words of others wait for their consent");
    holds(
        &said,
        &[
            "profile[0].zipcode: 9711",
            "certifications[0].licensenumber: 77",
            "Connections.csv` is left alone",
            "messages.csv` is left alone",
        ],
    );
    for file in of("a").values() {
        assert!(!String::from_utf8_lossy(file).contains("friend@"));
    }
}

const ORCID: &str = r#"{"orcid-identifier":{"path":"0000-0002-1825-0097"},"person":{"name":{"given-names":{"value":"Josiah"},"family-name":{"value":"Carberry"},"credit-name":null},"biography":{"content":"Pots.","visibility":"public"},"emails":{"email":[{"email":"secret@b.example","visibility":"limited"}]},"addresses":{"address":[{"country":{"value":"US"}}]},"keywords":{"keyword":[{"content":"pots, shards"}]},"researcher-urls":{"researcher-url":[{"url-name":"Home","url":{"value":"https://c.example/"}}]}},"activities-summary":{"employments":{"affiliation-group":[{"summaries":[{"employment-summary":{"role-title":"Professor","department-name":"Pots","start-date":{"year":{"value":"1929"},"month":{"value":"02"},"day":null},"end-date":null,"organization":{"name":"Brown"}}}]}]},"works":{"group":[{"work-summary":[{"title":{"title":{"value":"On pots"}},"journal-title":{"value":"J Pots"},"publication-date":{"year":{"value":"2008"},"month":{"value":"07"}},"external-ids":{"external-id":[{"external-id-type":"doi","external-id-value":"10.1/x"}]}},{"title":{"title":{"value":"On Pots"}}}]}]}}}"#;
const ORCID_XML: &str = r#"<?xml version="1.0"?><record:record path="/0000-0002-1825-0097" xmlns:record="r" xmlns:p="p" xmlns:c="c" xmlns:a="a"><c:orcid-identifier><c:path>0000-0002-1825-0097</c:path></c:orcid-identifier><p:person><p:name><p:given-names>Josiah</p:given-names><p:family-name>Carberry</p:family-name></p:name><p:biography><p:content>Pots.</p:content></p:biography><p:emails><p:email visibility="limited"><p:email>secret@b.example</p:email></p:email></p:emails><p:addresses><p:address><p:country>US</p:country></p:address></p:addresses><p:keywords><p:keyword><p:content>pots, shards</p:content></p:keyword></p:keywords><p:researcher-urls><p:researcher-url><p:url-name>Home</p:url-name><p:url>https://c.example/</p:url></p:researcher-url></p:researcher-urls></p:person><a:activities-summary><a:employments><a:affiliation-group><a:employment-summary><c:role-title>Professor</c:role-title><c:department-name>Pots</c:department-name><c:start-date><c:year>1929</c:year><c:month>02</c:month></c:start-date><c:organization><c:name>Brown</c:name></c:organization></a:employment-summary></a:affiliation-group></a:employments><a:works><a:group><a:work-summary><a:title><c:title>On pots</c:title></a:title><a:journal-title>J Pots</a:journal-title><c:publication-date><c:year>2008</c:year><c:month>07</c:month></c:publication-date><c:external-ids><c:external-id><c:external-id-type>doi</c:external-id-type><c:external-id-value>10.1/x</c:external-id-value></c:external-id></c:external-ids></a:work-summary></a:group></a:works></a:activities-summary></record:record>"#;

#[test]
fn a_record_of_orcid_says_the_same_as_json_and_as_xml() {
    let desk = Desk::with(&[("o.json", ORCID.as_bytes()), ("o.xml", ORCID_XML.as_bytes())]);
    desk.comes_over("orcid", "o.json", "a", &[]);
    desk.comes_over("orcid", "o.xml", "b", &[]);
    let profile = desk.text("a/profile.md");
    assert_eq!(profile, desk.text("b/profile.md"));
    holds(
        &profile,
        &[
            "name: Josiah Carberry",
            "who: Pots.",
            "country: US",
            "topic: shards",
            "from: 1929-02",
            "organization: Brown",
            "title: On pots",
            "venue: J Pots",
            "date: 2008-07",
            "url: https://doi.org/10.1/x",
            "orcid: 0000-0002-1825-0097",
        ],
    );
    assert!(!profile.contains("secret@") && profile.matches("title: On").count() == 1);
}

/// Cards of three programs: an old telephone, an address book of a Mac, and a newer one.
pub const CARDS: &str = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=C3=BCrk;Fatma;;;\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fatma =C3=96zt=\r\n=C3=BCrk\r\nTEL;CELL:+31612345678\r\nEMAIL;INTERNET:fatma@x.example\r\nORG:City;Policy\r\nTITLE:Adviser\r\nADR;HOME:;;Street 1;Assen;Drenthe;9401AA;Nederland\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//macOS//EN\r\nN:Bos;Zoë;;;\r\nFN:Zoë Bos\r\nitem1.URL;type=pref:https\\://zoe.example\r\nitem1.X-ABLabel:_$!<HomePage>!$_\r\nNOTE:One line\\nand\r\n  another\\, long\r\nPHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jo Bo\r\nCLASS:PRIVATE\r\nCATEGORIES:water,clay\\, soil\r\nLANG;PREF=1:nl\r\nTEL;VALUE=uri;TYPE=\"voice,work\":tel:+31-50-1234567\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:A group\r\nEND:VCARD\r\n";

#[test]
fn cards_of_three_programs_become_people() {
    let desk = Desk::with(&[("c.vcf", CARDS.as_bytes())]);
    let (status, said) = desk.import("vcard", "c.vcf", "net", &[]);
    assert_eq!(status, 0, "{said}");
    holds(
        &desk.text("net/experts/fatma-ozturk/profile.md"),
        &["name: Fatma Öztürk", "city: Assen", "organization: City", "+31612345678"],
    );
    holds(
        &desk.text("net/experts/zoe-bos/profile.md"),
        &["One line", "and another, long", "photo: photo.png", "website: https://zoe.example"],
    );
    assert!(desk.at("net/experts/zoe-bos/photo.png").is_file());
    holds(
        &desk.text("net/experts/jo-bo/profile.md"),
        &["visibility: hidden", "topic: clay, soil", "- nl", "phone: +31-50-1234567"],
    );
    holds(&said, &["card 1.ADR[0].value: ;;Street 1;Assen", "card 4 is of a group"]);
    let before = tree(&desk.at("net"));
    assert!(
        desk.import("vcard", "c.vcf", "net", &[]).1.contains("nothing to change")
            && tree(&desk.at("net")) == before
    );
}

/// A group of a newer address book before its members, and one of an older Mac.
const GROUPS: &str = "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nUID:urn:uuid:9\r\nFN:Water: the board\r\nNOTE:Keeps watch\r\nEMAIL:board@x.example\r\nMEMBER:urn:uuid:AB-2\r\nMEMBER:urn:uuid:1\r\nMEMBER:urn:uuid:1\r\nMEMBER:urn:uuid:gone\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Jo Bo\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nUID:ab-2\r\nFN:Jo Bo\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Old ones\r\nX-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nMEMBER:urn:uuid:1\r\nEND:VCARD\r\n";

#[test]
fn groups_of_an_address_book_become_groups_of_its_people() {
    let desk = Desk::with(&[("g.vcf", GROUPS.as_bytes())]);
    let (_, said) = desk.import("vcard", "g.vcf", "net", &["--dry-run"]);
    assert!(said.contains("would write") && !desk.at("net/groups").exists(), "{said}");
    let (status, said) = desk.import("vcard", "g.vcf", "net", &[]);
    assert_eq!(status, 0, "{said}");
    let group = desk.text("net/groups/water-the-board.md");
    holds(&group, &["title: 'Water: the board'", "purpose: Keeps watch", "board@x.example"]);
    holds(&group, &["- jo-bo-2\n- jo-bo\n"]);
    holds(&desk.text("net/groups/old-ones.md"), &["members:\n- jo-bo\n"]);
    holds(&said, &["card 1.MEMBER[3].value: urn:uuid:gone"]);
    holds(&said, &["card 5 is of a group without a name"]);
    let before = tree(&desk.at("net"));
    let again = desk.import("vcard", "g.vcf", "net", &[]).1;
    assert!(again.contains("nothing to change") && tree(&desk.at("net")) == before, "{again}");
    std::fs::write(desk.at("net/groups/old-ones.md"), "---\ntitle: Mine\n---\n").expect("written");
    let again = desk.import("vcard", "g.vcf", "net", &["--yes"]).1;
    holds(&again, &["left alone: groups/old-ones.md stands there already"]);
    holds(&desk.text("net/groups/old-ones.md"), &["title: Mine"]);
}

const PASSPORT: &str = r#"<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><DocumentInfo><CreationDate>2016</CreationDate></DocumentInfo><LearnerInfo><Identification><PersonName><FirstName>Eva</FirstName><Surname>Maes</Surname></PersonName><ContactInfo><Address><Contact><AddressLine>Street 1</AddressLine><Municipality>Gent</Municipality><Country><Code>BE</Code><Label>Belgium</Label></Country></Contact></Address><Email><Contact>eva@m.example</Contact></Email></ContactInfo></Identification><WorkExperienceList><WorkExperience><Period><From year="2010" month="--03"/><To year="2014"/></Period><Position><Label>Lead</Label></Position><Activities>&lt;p&gt;Led &amp;amp; built&lt;/p&gt;</Activities><Employer><Name>City</Name></Employer></WorkExperience></WorkExperienceList><EducationList><Education><Period><From year="2000"/></Period><Title>MSc</Title><Organisation><Name>UGent</Name></Organisation></Education></EducationList><Skills><Linguistic><MotherTongueList><MotherTongue><Description><Code>nl</Code></Description></MotherTongue></MotherTongueList><ForeignLanguageList><ForeignLanguage><Description><Code>en</Code></Description><ProficiencyLevel><Listening>C1</Listening><Writing>B2</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic></Skills></LearnerInfo></SkillsPassport>"#;
const CANDIDATE: &str = r#"<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="oa" xmlns:hr="hr"><CandidatePerson><PersonName><oa:GivenName>Eva</oa:GivenName><hr:FamilyName>Maes</hr:FamilyName></PersonName><Communication><ChannelCode>Email</ChannelCode><oa:URI>eva@m.example</oa:URI></Communication><PrimaryLanguageCode>dut</PrimaryLanguageCode></CandidatePerson><CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>City</hr:OrganizationName><PositionHistory><PositionTitle>Lead</PositionTitle><eures:EmploymentPeriod xmlns:eures="e"><eures:StartDate><hr:FormattedDateTime>2010-03-01</hr:FormattedDateTime></eures:StartDate></eures:EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>"#;

#[test]
fn europass_comes_over_from_both_editors() {
    let desk = Desk::with(&[("p.xml", PASSPORT.as_bytes()), ("c.xml", CANDIDATE.as_bytes())]);
    let said = desk.comes_over("europass", "p.xml", "a", &[]);
    holds(
        &desk.text("a/profile.md"),
        &[
            "name: Eva Maes",
            "city: Gent",
            "country: BE",
            "from: 2010-03",
            "to: '2014'",
            "Led & built",
            "title: MSc",
            "- nl",
            "- en: B2",
            "eva@m.example",
        ],
    );
    holds(&said, &["AddressLine: Street 1"]);
    desk.comes_over("europass", "c.xml", "b", &[]);
    holds(
        &desk.text("b/profile.md"),
        &["name: Eva Maes", "title: Lead", "organization: City", "from: 2010-03-01", "- nl"],
    );
}

const RIS: &str = "TY  - JOUR\r\nAU  - Bos, Zoë\r\nTI  - From RIS\r\nJO  - J\r\nPY  - 2020/03//\r\nDO  - 10.1/ris\r\nSP  - 7\r\nER  - \r\n";
const CSL: &str = r#"[{"id":"c","type":"book","title":"From CSL","author":[{"family":"Vries","given":"Jan","non-dropping-particle":"de"}],"issued":{"date-parts":[[2021,4]]},"publisher":"P","URL":"https://c.example"}]"#;

/// Sixty entries, as a reference manager writes them.
pub fn bibliography() -> String {
    let entry = |at: usize| {
        let author =
            ["Bos, Zo{\\\"e} and Nobody, A.", "Jan de Vries and Zo{\\\"e} Bos", "de Vries, J."]
                [at % 3];
        let when = if at.is_multiple_of(2) {
            format!("year = {}, month = mar", 1990 + at / 2)
        } else {
            format!("date = {{{}-05-06}}", 1990 + at / 2)
        };
        format!(
            "@article{{k{at}, author = {{{author}}}, title = {{On {{Heat}} {at} \\& more}}, journal = {{J}}, {when}, doi = {{10.1/{at}}}, volume = {{3}}, shelf = {{A3}}}}\n"
        )
    };
    (0..60).map(entry).collect()
}

#[test]
fn publications_go_to_those_of_the_site_who_wrote_them() {
    let ris = RIS;
    let csl = CSL;
    let site = "title: T\nkind: network\n";
    let text = bibliography();
    let desk = Desk::with(&[
        ("w.bib", text.as_bytes()),
        ("w.ris", ris.as_bytes()),
        ("w.json", csl.as_bytes()),
        ("net/vakwerk.yaml", site.as_bytes()),
        ("net/experts/zoe.md", "---\nname: Zoë Bos # ours\n---\nStory\n".as_bytes()),
        (
            "net/experts/jan/profile.md",
            b"---\nname: Jan de Vries\npublications:\n  - title: Stands\n---\n",
        ),
    ]);
    let said = desk.comes_over("bibtex", "w.bib", "net", &[]);
    holds(&said, &["k0.shelf: A3"]);
    let (zoe, jan) = (desk.text("net/experts/zoe.md"), desk.text("net/experts/jan/profile.md"));
    assert_eq!(
        (zoe.matches("title: On Heat").count(), jan.matches("title: On Heat").count()),
        (40, 40)
    );
    holds(
        &zoe,
        &[
            "name: Zoë Bos # ours",
            "date: 1990-03",
            "date: 1990-05-06",
            "url: https://doi.org/10.1/0",
            "Story",
            "On Heat 0 & more",
        ],
    );
    holds(&jan, &["  - title: Stands\n  - title: On Heat"]);
    desk.comes_over("ris", "w.ris", "net", &[]);
    desk.comes_over("csl-json", "w.json", "net", &[]);
    holds(&desk.text("net/experts/zoe.md"), &["title: From RIS", "https://doi.org/10.1/ris"]);
    holds(
        &desk.text("net/experts/jan/profile.md"),
        &["title: From CSL", "date: 2021-04", "venue: P"],
    );
}

#[test]
fn people_of_other_sites_come_along_with_their_photos() {
    let png: &[u8] = include_bytes!("colour.png");
    let desk = Desk::with(&[
        ("hb/content/authors/admin/_index.md", b"---\ntitle: Anna Bos\nrole: Professor\nsuperuser: true\norganizations: [{ name: RUG, url: https://r.example }]\nbio: My research.\ninterests: [Heat, Law]\neducation: { courses: [{ course: PhD, institution: RUG, year: 2012 }] }\nsocial: [{ icon: github, link: https://github.com/anna }]\nemail: anna@x.example\nmotto: x\n---\nAnna is **here**.\n"),
        ("hb/content/authors/admin/avatar.png", png),
        ("hb/content/authors/jan/_index.md", b"---\ntitle: Jan Vos\ndraft: true\n---\n"),
        ("hb/content/post/one/index.md", b"---\ntitle: A post\n---\n"),
        ("alf/_config.yml", b"title: blank\nfirst_name: Kim\nlast_name: Lee\nemail: kim@x.example\ngithub_username: kimlee\n"),
        ("alf/_pages/about.md", b"---\nlayout: about\ntitle: about\nsubtitle: Researcher\nprofile: { image: p.png }\n---\nI study.\n"),
        ("alf/assets/img/p.png", png),
        ("alf/_bibliography/papers.bib", b"---\n---\n@article{a, title={Things}, author={Lee, Kim and Other, An}, year={2020}, journal={J}}\n"),
        ("zola/content/team/bo.md", b"+++\ntitle = \"Bo Kok\"\nweight = 3\n[extra]\nfunctie = \"Jurist\"\nspecialties = [\"law\", \"water\"]\nhidden = false\n+++\nStory.\n"),
        ("jekyll/_data/people.yml", b"- name: Cy Ree\n  role: Lead\n  github: cyree\n- name: Di Ves\n  private: true\n"),
        ("jekyll/_people/ed.md", b"---\nname: Ed Mol\nposition: Help\npublished: false\n---\n"),
    ]);
    let said = desk.comes_over("site", "hb", "a", &[]);
    holds(
        &desk.text("a/experts/anna-bos/profile.md"),
        &[
            "name: Anna Bos",
            "headline: Professor",
            "organization: RUG",
            "topic: Law",
            "to: '2012'",
            "github: https://github.com/anna",
            "Anna is **here**.",
        ],
    );
    holds(&desk.text("a/experts/jan-vos/profile.md"), &["visibility: hidden"]);
    holds(&said, &["motto: x"]);
    assert!(
        desk.at("a/experts/anna-bos/photo.png").is_file() && !desk.at("a/experts/a-post").exists()
    );
    desk.comes_over("site", "alf", "b", &[]);
    holds(
        &desk.text("b/profile.md"),
        &["name: Kim Lee", "headline: Researcher", "photo: photo.png", "title: Things", "I study."],
    );
    desk.comes_over("site", "zola", "c", &["--map", "specialties=expertise"]);
    holds(
        &desk.text("c/profile.md"),
        &["name: Bo Kok", "headline: Jurist", "topic: water", "Story."],
    );
    desk.comes_over("site", "jekyll", "d", &[]);
    holds(&desk.text("d/experts/cy-ree/profile.md"), &["https://github.com/cyree"]);
    for slug in ["di-ves", "ed-mol"] {
        holds(&desk.text(&format!("d/experts/{slug}/profile.md")), &["visibility: hidden"]);
    }
}

/// What is proposed can be read, whatever signs a heading has that nobody sees.
#[test]
fn a_heading_with_signs_that_nobody_sees_breaks_no_configuration() {
    let table = "Naam;\u{7f}Lidnr;Oude\u{85}pas\u{9d}\nJan Bos;1;2\n";
    let desk = Desk::with(&[("leden.csv", table.as_bytes())]);
    let (status, said) = desk.import("table", "leden.csv", "net", &[]);
    assert_eq!(status, 0, "{said}");
    holds(&desk.text("net/vakwerk.yaml"), &["\"Lidnr\": ignore", "\"Oude pas\": ignore"]);
    let (status, said) = desk.import("table", "leden.csv", "net", &[]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("nothing to change"), "{said}");
    let table = "naam;Naa\u{feff}m;Pas\nJan;Bos;1\n";
    let desk = Desk::with(&[("twice.csv", table.as_bytes())]);
    let (_, said) = desk.import("table", "twice.csv", "net", &[]);
    holds(&said, &["column `Naam`: name"]);
    let (status, said) = desk.import("table", "twice.csv", "net", &[]);
    assert!(status == 0 && said.contains("nothing to change"), "{said}");
}

#[test]
fn a_table_of_members_is_a_network_in_two_commands() {
    let table = "Voornaam;Achternaam;Lidnr;Expertise;Toestemming gegeven\nJan;Bos;1;water;\nZoë;Kok;2;bodem;\n";
    let desk = Desk::with(&[("leden.csv", table.as_bytes())]);
    let (status, said) = desk.import("table", "leden.csv", "net", &[]);
    assert_eq!(status, 0, "{said}");
    assert!(desk.import("table", "leden.csv", "net", &[]).1.contains("nothing to change"));
    holds(&said, &["column `Lidnr`: not read", "  first: Jan"]);
    holds(
        &desk.text("net/vakwerk.yaml"),
        &["kind: network", "\"Lidnr\": ignore", "# \"Toestemming gegeven\": visibility"],
    );
    let site = desk.at("net");
    let output = vakwerk(&["build", site.to_str().expect("UTF-8"), "--allow-held-back"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(site.join("public/experts/zoe-kok/index.html").is_file());
}

#[test]
fn sources_that_are_made_to_harm_are_refused_within_bounds() {
    let bomb = archive(&[("Profile.csv", &vec![b'a'; 300 << 20])]);
    let climbing =
        archive(&[("../../Profile.csv", b"First Name\nx\n"), ("Profile.csv", b"First Name\nx\n")]);
    let entities = b"<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><SkillsPassport>&b;</SkillsPassport>";
    let aliases = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n";
    let deep = "[".repeat(100_000);
    let desk = Desk::with(&[
        ("bomb.zip", &bomb),
        ("climb.zip", &climbing),
        ("e.xml", entities),
        ("deep.json", deep.as_bytes()),
        ("s/_data/people.yml", aliases.as_bytes()),
        ("n.bib", b"@article{x, title = {unclosed"),
        ("x.zip", b"PK\x03\x04rest"),
    ]);
    let huge = std::fs::File::create(desk.at("huge.json")).expect("a file");
    huge.set_len(500 << 20).expect("a long one");
    for (format, source) in [
        ("linkedin", "bomb.zip"),
        ("linkedin", "climb.zip"),
        ("linkedin", "x.zip"),
        ("europass", "e.xml"),
        ("orcid", "e.xml"),
        ("json-resume", "deep.json"),
        ("json-resume", "huge.json"),
        ("vcard", "huge.json"),
        ("table", "huge.json"),
        ("csl-json", "deep.json"),
        ("site", "s"),
        ("bibtex", "n.bib"),
        ("ris", "n.bib"),
        ("vcard", "n.bib"),
        ("site", "nowhere"),
    ] {
        let (status, said) = desk.import(format, source, "out", &[]);
        assert!(
            status == 2 && said.contains("nothing was changed"),
            "{format} {source}: {status} {said}"
        );
        assert!(!Path::new(&desk.at("out")).exists(), "{format} {source}");
    }
}

#[test]
fn a_profile_that_stands_is_filled_and_never_changed() {
    let stands = "---\nname: Ada Bos   # mine\nheadline:\nexperience:\n  - { title: Lead, organization: Elsewhere }\nlinks: { github: ada }\n---\nMy story.\n";
    let desk = Desk::with(&[
        ("r.json", RESUMES[0].0.as_bytes()),
        ("p/vakwerk.yaml", b"kind: portfolio\n"),
        ("p/profile.md", stands.as_bytes()),
    ]);
    let dry = desk.import("json-resume", "r.json", "p", &["--dry-run"]).1;
    assert!(dry.contains("would add to") && desk.text("p/profile.md") == stands);
    let (status, said) = desk.import("json-resume", "r.json", "p", &[]);
    assert_eq!(status, 0, "{said}");
    holds(&said, &["+ headline: Engineer", "kept as it stands: experience"]);
    let now = desk.text("p/profile.md");
    holds(
        &now,
        &[
            "name: Ada Bos   # mine",
            "headline: Engineer",
            "{ title: Lead, organization: Elsewhere }",
            "city: Assen",
            "My story.",
        ],
    );
    assert!(!now.contains("Pumps"));
    let (_, again) = desk.import("json-resume", "r.json", "p", &[]);
    assert!(again.contains("nothing to change") && desk.text("p/profile.md") == now, "{again}");
}

#[test]
fn a_profile_that_is_filled_keeps_the_ends_of_its_lines_and_its_mark() {
    let stands = "\u{feff}---\r\nname: Ada Bos # mine\r\n---\r\nMy story.\r\nIt goes on.\r\n";
    let desk = Desk::with(&[
        ("r.json", RESUMES[0].0.as_bytes()),
        ("p/vakwerk.yaml", b"kind: portfolio\n"),
        ("p/profile.md", stands.as_bytes()),
    ]);
    let (status, said) = desk.import("json-resume", "r.json", "p", &[]);
    let now = desk.text("p/profile.md");
    assert_eq!(status, 0, "{said}");
    holds(&now, &["headline: Engineer\r\n"]);
    assert!(now.starts_with("\u{feff}---\r\nname: Ada Bos # mine\r\n"), "{now:?}");
    assert!(now.ends_with("---\r\nMy story.\r\nIt goes on.\r\n"), "{now:?}");
    assert_eq!(now.matches('\n').count(), now.matches("\r\n").count(), "{now:?}");
}
