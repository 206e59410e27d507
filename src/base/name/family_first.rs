//! Names of which the family's part stands first, in Latin letters: as capitals say, as both parts
//! say of themselves, or as nobody can tell.

use super::family::is_particle;
use super::foreign::Custom;
use super::sounds::{is_korean, is_pinyin, is_romaji, is_vietnamese};
use crate::base::fold::fold;
use crate::base::word_list::is_among;

/// Common Vietnamese family names that are no given names elsewhere.
const VIETNAMESE: &str =
    "nguyen tran pham huynh hoang phan dang bui ngo duong doan trinh truong luong vuong";

/// Common Chinese family names, as pinyin writes them.
const CHINESE: &str = "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang \
                       xie tang deng feng han cao zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu \
                       ding ren shen yao lyu tan fang shi qian wan qiu hou meng qin xue";

/// Common Korean family names.
const KOREAN: &str = "kim lee park choi jung jeong kang cho yoon jang lim han oh shin seo kwon hwang ahn song yoo \
                      hong moon bae baek";

/// Common Hungarian family names, which are hardly given to anybody.
const HUNGARIAN: &str = "nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz \
                         lakatos meszaros olah racz fekete szilagyi torok feher hegedus pinter szucs kocsis fodor \
                         biro katona somogyi bognar kerekes halasz hajdu lengyel szalai szekeres sipos veres soos \
                         borbely csonka barta bakos pasztor magyar kozma deak csizmadia orsos dudas vass boros puskas \
                         bartok kodaly gulyas banyai bodnar bozsik budai csaszar cseh csontos egri erdelyi erdos \
                         faludi hornyak hunyadi jokai karolyi kertesz kiraly kormos kosa \
                         kozak madarasz makai mezei mohacsi nemes orban palfi petofi polgar \
                         radnoti rakosi sarkozi szanto szasz szekely szell szente szigeti szollosi \
                         teleki ujvari vadasz varadi vegh vitez voros";

/// Given names that are common in Hungary.
const HUNGARIAN_GIVEN: &str = "anna maria eva katalin ilona erzsebet judit agnes ildiko zsuzsanna zsuzsa zsofia eszter \
                               reka kinga tunde gyongyi eniko emoke piroska boglarka aniko edit orsolya borbala dora \
                               emese noemi marta krisztina gabriella monika erika andrea szilvia julia viktoria csilla \
                               timea melinda bernadett dorottya hanna luca lilla fanni petra rita klara magdolna \
                               margit iren roza rozsa terez vera bela laszlo zoltan attila istvan gabor tamas balazs \
                               ferenc sandor jozsef imre gyula lajos miklos zsolt csaba tibor akos bence levente mate \
                               daniel david adam peter pal janos gyorgy andras mihaly karoly robert richard krisztian \
                               norbert szabolcs gergely gergo marton kristof milan dezso jeno erno geza mor endre arpad \
                               almos botond zsombor zsigmond vilmos odon kalman lorant orban aron";

/// Common Japanese family names, which are hardly given to anybody here.
const JAPANESE: &str = "sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada \
                        sasaki yamaguchi matsumoto inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto \
                        ishikawa yamashita ogawa goto hasegawa murakami kondo ishii saito sakamoto endo aoki fujii \
                        nishimura fukuda ota miura fujiwara okamoto matsuda nakajima nakagawa harada ono tamura \
                        takeuchi kaneko wada nakayama ishida ueda morita kojima shibata sakai kudo yokoyama miyazaki \
                        miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto takeda murata ueno \
                        sugiyama masuda hirano otsuka sugawara koyama chiba kubo matsui nomura iwasaki sakurai \
                        kinoshita noguchi matsuo kikuchi nozaki oshima kurosawa mishima kawabata ishiguro oe";

/// Those of them by which people elsewhere are called: Kato Jansen, Abe Lincoln.
const JAPANESE_AND_GIVEN: &str = "kato abe mori ota ito ono imai kudo chiba oe ando";

/// Given names that are common in Japan.
const JAPANESE_GIVEN: &str = "taro jiro saburo ichiro kenji kenta kenichi hiroshi akira takashi haruki yukio yasunari \
                              kazuo kazuki daisuke makoto satoshi shinji shinichi jun junichi tetsuya naoki naoko hideo \
                              hideki hiroki hiroyuki masato masahiro masaru minoru osamu ryo ryota shota sota haruto \
                              yuto ren yuta yuki yuko yumi yumiko keiko michiko kumiko sachiko noriko kazuko yoshiko \
                              hanako akiko emiko tomoko naomi mayumi megumi ayumi aiko haruka sakura misaki nanami rin \
                              aoi hina mei mio yui saki shiori chiyo fumiko hayao isao koji kenzaburo mamoru nobuo \
                              susumu tadao takeshi toru toshio tsutomu yoshio";

/// By which custom a name is read that may begin with the family name; none for one that does not.
pub(super) fn family_first(words: &[&str]) -> Option<Custom> {
    let (first, last) = (words.first()?, words.last()?);
    // `de` is no given name, whatever pinyin makes of it.
    let has_small = words.iter().any(|word| word.starts_with(char::is_lowercase));
    let given = || words[1..].iter().map(|word| fold(word));
    let all_among = |list: &str| given().all(|word| is_among(list, &word));
    let begins = |list: &str| is_among(list, &fold(first)) && !is_among(list, &fold(last));
    if let Some(family) = hungarian(words) {
        return Some(family);
    }
    if begins(JAPANESE) && words.len() <= 3 && !has_small {
        if all_among(JAPANESE_GIVEN) {
            return Some(Custom::FamilyFirst(1));
        }
        let is_given_elsewhere = is_among(JAPANESE_AND_GIVEN, &fold(first));
        if !is_given_elsewhere && given().all(|word| is_romaji(&word)) {
            return Some(Custom::Doubtful);
        }
    }
    let may_be = (begins(VIETNAMESE) && given().all(|word| is_vietnamese(&word)))
        || (begins(CHINESE)
            && words.len() <= 3
            && !has_small
            && given().all(|word| is_pinyin(&word)))
        || (begins(KOREAN) && words.len() == 2 && is_korean(last));
    may_be.then_some(Custom::Doubtful)
}

/// How many words at the beginning of a name are in capitals, where that says what the family's
/// part is: `NAGY Anna`, `GARCÍA LÓPEZ Gabriel`. A few capitals may be those of given names.
pub(super) fn in_capitals(words: &[&str]) -> Option<usize> {
    let is_capital = |word: &&&str| {
        let mut letters = word.chars().filter(|sign| sign.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    let count = words.iter().take_while(is_capital).count();
    let (family, given) = words.split_at(count);
    let is_word = |word: &&str| word.chars().count() > 1 && !word.contains('.');
    let says_family = |word: &&str| {
        let lists = [VIETNAMESE, CHINESE, KOREAN, HUNGARIAN, JAPANESE];
        word.chars().count() > 4 || lists.iter().any(|list| is_among(list, &fold(word)))
    };
    let is_given = |word: &&str| word.starts_with(char::is_uppercase) && !is_particle(word);
    let says = family.iter().any(says_family) && family.iter().all(is_word);
    (says && !given.is_empty() && given.iter().all(is_given)).then_some(count)
}

/// Kovács Béla; a married woman may bear her husband's name before her own: Nagyné Kiss Anna.
fn hungarian(words: &[&str]) -> Option<Custom> {
    let (first, last) = (fold(words.first()?), fold(words.last()?));
    let is_given = |word: &str| is_among(HUNGARIAN_GIVEN, word);
    // `Kovács-Tóth`; an initial may stand before the name: `B. Nagy Anna`.
    let is_family = |word: &str| word.split(' ').all(|part| is_among(HUNGARIAN, part));
    let husband = words[0].strip_suffix("né").map(fold);
    if husband.is_some_and(|name| is_family(&name)) {
        let family = if words.len() > 2 { 2 } else { 1 };
        let is_sure = words[family..].iter().all(|word| is_given(&fold(word)));
        return Some(if is_sure { Custom::FamilyFirst(family) } else { Custom::Doubtful });
    }
    let others_are_given = words[1..].iter().all(|word| is_given(&fold(word)));
    if is_family(&first) && (!is_family(&last) || others_are_given) {
        // `Pál Orbán`: each may be either.
        let is_sure = others_are_given && !is_given(&first);
        let is_person_of_here = is_given(&first) && !others_are_given;
        let custom = if is_sure { Custom::FamilyFirst(1) } else { Custom::Doubtful };
        return (!is_person_of_here).then_some(custom);
    }
    let may_be =
        is_spelt_so(words[0]) && !is_given(&first) && others_are_given && !is_family(&last);
    may_be.then_some(Custom::Doubtful)
}

/// Whether a name is spelt as none but Hungarian ones are: Győri, Csányi, Szigetvári.
fn is_spelt_so(name: &str) -> bool {
    let name = name.to_lowercase();
    // Polish names have `sz` too, and English ones end in `gy`.
    let begins = |letters: &str, next: &str| {
        name.strip_prefix(letters).is_some_and(|rest| rest.starts_with(|sign| next.contains(sign)))
    };
    name.contains(['ő', 'ű'])
        || ["cs", "zs", "gy", "sz"].iter().any(|letters| begins(letters, "aáeéiíoóöuúü"))
        || ["gyi", "csi", "zsi"].iter().any(|letters| name.ends_with(letters))
}

#[cfg(test)]
mod tests {
    use super::{Custom, family_first, in_capitals};

    fn words(name: &str) -> Vec<&str> {
        name.split(' ').collect()
    }

    #[test]
    fn who_is_called_by_the_family_first_is_known_or_doubted() {
        for name in [
            "Nagy Anna",
            "Szabo Bela",
            "Tóth Zsuzsanna",
            "Kovács Anna Mária",
            "Kovács-Tóth Béla",
            "Yamada Tarō",
            "Tanaka Hiroshi",
            "Kurosawa Akira",
        ] {
            assert_eq!(family_first(&words(name)), Some(Custom::FamilyFirst(1)), "{name}");
        }
        for name in ["Nagyné Kiss Anna", "Kovácsné Varga Éva Mária"] {
            assert_eq!(family_first(&words(name)), Some(Custom::FamilyFirst(2)), "{name}");
        }
        for name in [
            "Nagy Dzsenifer",
            "Győri Anna",
            "Csányi Anna",
            "Szigetvári Béla",
            "Kertvölgyi Anna",
            "Gárdonyi-Szűcs Béla",
            "Yamada Jansuke",
            "Yamada Kō-ichirō",
            "Li Xiaoming",
        ] {
            assert_eq!(family_first(&words(name)), Some(Custom::Doubtful), "{name}");
        }
        for name in [
            "Anna Nagy",
            "Béla Bartók",
            "László Kiss",
            "Zsófia Anna Tóth",
            "Hiroshi Tanaka",
            "Akira Kurosawa",
            "Tarō Yamada",
            "Mori Bakker",
            "Abe Lincoln",
            "Ito Peters",
            "Ono de Vries",
            "Kim Bakker",
            "Anna Jansen",
            "Csilla Anna Bakker",
            "Györgyi Nagy",
            "Pál Jansen",
            "Kato Jansen",
            "Abe Jansen",
            "Mori Hansen",
            "Peggy David",
            "Maggy Peter",
            "Lukasz Adam",
            "Tomasz Robert",
            "Szymon Adam",
        ] {
            assert_eq!(family_first(&words(name)), None, "{name}");
        }
    }

    #[test]
    fn capitals_say_which_part_is_the_familys() {
        for (name, count) in [
            ("NAGY Anna", Some(1)),
            ("YAMADA Tarō", Some(1)),
            ("LI Na", Some(1)),
            ("GARCÍA LÓPEZ Gabriel", Some(2)),
            ("JANSEN Piet", Some(1)),
            ("JAM Visser", None),
            ("AJ Bakker", None),
            ("J.A.M. Visser", None),
            ("PIETER de Vries", None),
            ("JAN JANSEN", None),
            ("Jan DE VRIES", None),
            ("NASA", None),
        ] {
            assert_eq!(in_capitals(&words(name)), count, "{name}");
        }
    }
}
