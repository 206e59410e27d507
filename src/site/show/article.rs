//! The page of a piece of news, and its card.

use super::super::context::{ViewContext, extra, iso};
use super::super::item::Page;
use super::super::view::article_view::{ArticleCard, ArticleView};
use super::super::view::parts::{Phrase, Picture};
use super::about::{About, of_entry};
use super::card::{SUMMARY, in_short, who};
use super::preview::Preview;
use crate::asset::Crop;
use crate::base::EntryKind;
use crate::edition::{ArticleId, Who};
use crate::site::markdown::plain::shortened;

pub(super) fn view(context: ViewContext<'_>, id: ArticleId) -> ArticleView<'_> {
    let article = context.site.edition.article(id);
    let record = &article.record;
    let summary = record.file.summary.as_deref();
    ArticleView {
        title: context.article_title(id),
        date: iso(article.date),
        authors: article.authors.iter().map(|one| who(context, one)).collect(),
        topics: context.topics(&article.topics),
        summary: context.phrase(record, summary, |text| text.summary.as_deref()),
        image: picture(context, id, 960),
        body: context.body(record, 2),
        extra: extra(&record.file.extra),
    }
}

pub(super) fn card(context: ViewContext<'_>, id: ArticleId) -> ArticleCard<'_> {
    let article = context.site.edition.article(id);
    let record = &article.record;
    let summary = record.file.summary.as_deref();
    let own = context.phrase(record, summary, |text| text.summary.as_deref());
    let own = own.map(|phrase| (shortened(phrase.text, SUMMARY), phrase.lang));
    let (summary, summary_lang) = in_short(context, record, own);
    // Lists name nobody who is in none.
    let edition = context.site.edition;
    let listed = |who: &&Who| who.expert().is_none_or(|id| edition.written_expert(id).listed);
    ArticleCard {
        title: context.article_title(id),
        url: context.url(Page::Article(id)),
        date: iso(article.date),
        authors: article.authors.iter().filter(listed).map(|one| who(context, one).name).collect(),
        summary,
        summary_lang,
        image: picture(context, id, 480),
    }
}

fn picture(context: ViewContext<'_>, id: ArticleId, width: u32) -> Option<Picture<'_>> {
    let record = &context.site.edition.article(id).record;
    let image = record.file.image.as_ref()?;
    let photo = context.site.photo(&record.folder, &image.file, Crop::Whole)?;
    Some(context.picture(photo, image, width))
}

/// What the layout knows of the page of a piece of news.
pub(super) fn about(context: ViewContext<'_>, id: ArticleId) -> About {
    let article = context.site.edition.article(id);
    let record = &article.record;
    let summary = record.file.summary.as_deref();
    let summary = context.phrase(record, summary, |text| text.summary.as_deref());
    let image = picture(context, id, 960).map(|picture| Preview {
        url: context.site.absolute_of(&picture.src),
        size: (picture.width, picture.height),
    });
    let title = context.article_title(id).text;
    let told = (title, summary.map(|it| it.text));
    About {
        image,
        ..of_entry(context, ("article", EntryKind::Article), told, (record, article.listed))
    }
}

impl<'a> ViewContext<'a> {
    /// The title of a piece of news.
    pub fn article_title(self, id: ArticleId) -> Phrase<'a> {
        let record = &self.site.edition.article(id).record;
        self.phrase(record, Some(&record.file.title), |text| text.title.as_deref())
            .expect("news has a title")
    }
}
