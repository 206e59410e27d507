//! From a tree to a typed value: what does not fit is noted, cut out, and the rest tried again.

use super::Reading;
use super::deserializer::Tree;
use super::fault::Fault;
use super::lost::Loss;
use super::misfit::Misfit;
use super::path::{
    Step, as_written, distrust, dotted, is_distrusted, look_up, look_up_mut, put, remove, rename,
};
use super::scalars;
use crate::base::diagnostic::codes::Code;
use crate::base::diagnostic::{Anchor, Consequence, Diagnostic};
use crate::base::gaps::Gaps;
use crate::base::guarded::keys::is_of_part;
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// How many faults of one entry are reported before it is given up, and how often it is tried to
/// read it: a fault may take several attempts.
const MOST_FAULTS: usize = 100;
const MOST_ATTEMPTS: usize = 10 * MOST_FAULTS;

/// Reads what is at `anchor` as a `T`: what does not fit is noted, cut out, and the rest tried
/// again.
pub fn fit<T: DeserializeOwned>(tree: Value, anchor: &Anchor) -> Reading<T> {
    fit_rest(tree, anchor, Vec::new(), Cut::default())
}

/// What was cut out of a tree: by its path, the place in the notes of the one that says why; and
/// the items of lists that are gone, by the list and the place that they had.
pub(super) type Cut = (BTreeMap<String, usize>, Vec<(String, usize)>);

/// The same of what is left of a tree from which something was cut out, as `notes` say.
pub(super) fn fit_rest<T: DeserializeOwned>(
    tree: Value,
    anchor: &Anchor,
    notes: Vec<Diagnostic>,
    (cut_before, mut removed): Cut,
) -> Reading<T> {
    removed.sort();
    let most = notes.len() + MOST_FAULTS;
    let mut attempts = 0;
    let mut rest = Rest {
        tree,
        anchor,
        notes,
        removed,
        renamed: Vec::new(),
        cut_before,
        placeholders: Vec::new(),
        retried: Vec::new(),
    };
    while rest.notes.len() < most && attempts < MOST_ATTEMPTS {
        attempts += 1;
        let error = match serde_path_to_error::deserialize::<_, T>(Tree(rest.tree.clone())) {
            Ok(value) => {
                let whole = rest.placeholders.is_empty();
                let gaps = rest.gaps();
                return Reading { value: Some(value), whole, notes: rest.notes, gaps };
            }
            Err(error) => error,
        };
        let path = steps(error.path());
        if rest.without(&error.into_inner(), &path).is_break() {
            return Reading::nothing(rest.notes);
        }
    }
    let message = format!("there are more than {MOST_FAULTS} faults here");
    let too_many = Diagnostic::new(Code::BrokenYaml, anchor.here(), message);
    rest.notes.push(too_many.help("mend these first"));
    Reading::nothing(rest.notes)
}

/// What is left of a tree while it is made to fit.
struct Rest<'a> {
    tree: Value,
    anchor: &'a Anchor,
    notes: Vec<Diagnostic>,
    /// Items that were cut out of lists: the list, and the place that they had.
    removed: Vec<(String, usize)>,
    /// Keys that were written otherwise: where they stand, as they are called, as they were
    /// written.
    renamed: Vec<(String, String, String)>,
    /// What was cut out, and the note that says why.
    cut_before: BTreeMap<String, usize>,
    /// Keys that are missing, in whose place an empty text stands.
    placeholders: Vec<String>,
    /// Values that were read as another kind once.
    retried: Vec<String>,
}

impl Rest<'_> {
    /// The tree without, or with another value in the place of, the one at `path` that does not
    /// fit. Breaks off when nothing can be made of the rest.
    fn without(&mut self, misfit: &Misfit, path: &[Step]) -> ControlFlow<()> {
        if let [Step::Key(key)] = path
            && self.placeholders.contains(key)
        {
            // What is missing has been said, and cannot be made up.
            return ControlFlow::Break(());
        }
        let written = self.as_written(path);
        let at_written = dotted(&written);
        if !self.retried.contains(&at_written)
            && let Some(value) = look_up_mut(&mut self.tree, path)
            && scalars::as_expected(value, misfit)
        {
            self.retried.push(at_written);
            return ControlFlow::Continue(());
        }
        let fault = Fault::of(misfit, path);
        let value = fault.cut.as_ref().and_then(|cut| look_up(&self.tree, cut)).cloned();
        let seen = |fault: Fault| {
            fault
                .of_what(value.as_ref())
                .of_item(value.as_ref())
                .in_tree(&self.tree, path)
                .of_value_meant(value.as_ref(), path)
        };
        let fault = seen(fault);
        // A key that was cut out for its own fault is not called missing as well.
        let own_doing = fault.missing.as_ref().and_then(|key| {
            let mut key_path = written.clone();
            key_path.push(Step::Key(key.clone()));
            self.cut_before.get(&dotted(&key_path)).copied()
        });
        let at = if let Some(at) = own_doing {
            at
        } else {
            let note = seen(Fault::of(misfit, &written)).note(self.anchor);
            self.notes.push(note);
            self.notes.len() - 1
        };
        match fault.cut {
            Some(_) => self.mend_or_cut(fault, at),
            None => self.hold_back(fault, at),
        }
    }

    /// The whole is at fault, as note `at` says. The entry cannot stand, but the rest of it is
    /// looked over all the same.
    fn hold_back(&mut self, fault: Fault, at: usize) -> ControlFlow<()> {
        self.notes[at].consequence = Consequence::HeldBack;
        match (fault.missing, &mut self.tree) {
            (Some(key), Value::Mapping(mapping)) if !self.placeholders.contains(&key) => {
                mapping.insert(Value::String(key.clone()), Value::String(String::new()));
                self.placeholders.push(key);
                ControlFlow::Continue(())
            }
            _ => ControlFlow::Break(()),
        }
    }

    /// Puts what was plainly meant in the place of what is at fault, or cuts it out, as note `at`
    /// says.
    fn mend_or_cut(&mut self, fault: Fault, at: usize) -> ControlFlow<()> {
        let cut = fault.cut.unwrap_or_default();
        let cut_written = self.as_written(&cut);
        if let (Some(key), Some((Step::Key(old), parents))) =
            (&fault.called, cut_written.split_last())
            && rename(&mut self.tree, &cut, key)
        {
            self.renamed.push((dotted(parents), key.clone(), old.clone()));
            return ControlFlow::Continue(());
        }
        if let Some(instead) = fault.instead
            && put(&mut self.tree, &cut, instead)
        {
            return ControlFlow::Continue(());
        }
        self.cut_before.insert(dotted(&cut_written), at);
        if let (Some(Step::Index(index)), Some((_, parents))) =
            (cut_written.last(), cut_written.split_last())
        {
            self.removed.push((dotted(parents), *index));
            self.removed.sort();
        }
        let is_own = is_distrusted(&self.tree, &cut);
        if is_own {
            // It was put there, and that has been said.
            self.notes.pop();
        }
        let loss = Loss::of(&self.tree, &cut, look_up(&self.tree, &cut));
        if !remove(&mut self.tree, &cut) {
            return ControlFlow::Break(());
        }
        if let Some(loss) = loss {
            loss.mark(&mut self.tree);
        }
        let closes = fault.meant.and_then(|meant| meant.closes);
        if is_own {
            // An entry without the key that it was closed by is closed by its visibility.
            let knows = |key| fault.known.is_some_and(|known| known.contains(&key));
            if cut.len() == 1 && !is_of_part(&cut) && knows("visibility") {
                distrust(&mut self.tree, &[Step::Key("visibility".to_owned())]);
            }
        } else if let Some(closed) = closes {
            distrust(&mut self.tree, &closed);
        }
        ControlFlow::Continue(())
    }

    /// The items that were cut out of lists.
    fn gaps(&mut self) -> Gaps {
        let mut gaps = Gaps::default();
        self.removed.drain(..).for_each(|(list, at)| gaps.add(list, at));
        gaps
    }

    /// A path in what is left, as it was in the file.
    fn as_written(&self, path: &[Step]) -> Vec<Step> {
        as_written(path, &self.removed, &self.renamed)
    }
}

fn steps(path: &Path) -> Vec<Step> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}
