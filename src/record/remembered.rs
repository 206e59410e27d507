//! Records remembered between runs: a file of which the disk tells what it told before is neither
//! read nor taken apart.
//!
//! Records lie in a few pieces by the names of their files, so that a change costs one piece, and a
//! run through a large network holds a small part of them packed. A piece is sealed by its content;
//! what does not fit, or is not there, is read from the files.

use super::last_good::recall;
use super::parse::FileRead;
use super::reader::{Parsed, Reader};
use crate::base::packed::{Packed, Packer, Unpacker};
use crate::base::{Diagnostic, Fingerprint};
use crate::memo::{Key, Memo, Store, program};
use crate::source::{Shape, SourceFile, Told};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

/// Changes whenever the same records would be packed in another way.
const FORM: &[u8] = b"records 2";
/// How many files go with how many pieces.
const PIECES: [(usize, usize); 3] = [(500, 1), (8_000, 16), (80_000, 64)];
/// And with more files than that.
const MOST_PIECES: usize = 256;

/// What becomes of what is remembered.
#[derive(Debug, Default)]
pub enum Trust {
    /// It is taken for what stands in the files.
    #[default]
    Believed,
    /// It is not looked at.
    Doubted,
    /// It is compared with what stands in the files, and that is taken.
    Compared(Mutex<Compared>),
}

/// What came of comparing.
#[derive(Debug, Default)]
pub struct Compared {
    /// How many files were remembered.
    pub remembered: usize,
    /// Those that say something else than is remembered.
    pub wrong: Vec<Arc<str>>,
}

/// Where records are remembered, and what the disk tells of their files.
#[derive(Debug, Default)]
pub struct Remembered {
    /// Where; None for whoever remembers nothing.
    pub store: Option<Store>,
    /// What the disk told before any file was read.
    pub told: Told,
    /// What becomes of it.
    pub trust: Trust,
}

/// What a file says as far as it could be read, and what is to be said of how its text is written.
type Known = (Arc<Parsed>, Vec<Diagnostic>);

/// What came of reading a file, and what is to be said of how its text is written.
type Read = (Result<Arc<Parsed>, Diagnostic>, Vec<Diagnostic>);

/// One entry of a piece: of which file in which state, and what is remembered of it.
type Packet<'a> = (Fingerprint, Cow<'a, [u8]>);

impl Remembered {
    /// Remembers nothing.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Reads files, or remembers what was read of them; in their order.
    pub(super) fn read(
        &self,
        files: Vec<SourceFile>,
        reader: &Reader<'_>,
        memo: &Memo,
    ) -> Vec<FileRead> {
        let fits = PIECES.iter().find(|(most, _)| files.len() <= *most);
        let pieces = fits.map_or(MOST_PIECES, |(_, pieces)| *pieces);
        let mut parted: Vec<Vec<(usize, SourceFile)>> = (0..pieces).map(|_| Vec::new()).collect();
        for (at, file) in files.into_iter().enumerate() {
            let place = Fingerprint::of_bytes(file.path.as_bytes()).number() % pieces as u128;
            parted[usize::try_from(place).unwrap_or_default()].push((at, file));
        }
        let one = |(piece, files)| {
            let key = Piece { number: piece, of: pieces, remembered: self, reader, memo };
            key.read(files)
        };
        let mut read: Vec<(usize, FileRead)> =
            parted.into_par_iter().enumerate().flat_map_iter(one).collect();
        read.sort_unstable_by_key(|(at, _)| *at);
        read.into_iter().map(|(_, read)| read).collect()
    }

    /// Forgets what this run did not ask for: versions of another program, files that are gone.
    pub(super) fn sweep(&self, memo: &Memo) {
        if let Some(store) = self.store.as_ref().filter(|_| is_of_disk(memo)) {
            store.sweep();
        }
    }

    fn key_of(&self, file: &SourceFile, reader: &Reader<'_>) -> Option<Fingerprint> {
        let told = self.told.of(&file.location).filter(|_| file.text.is_none())?;
        // What a table says follows from what is known beside it.
        let is_table = file.shape == Shape::Table;
        let beside = is_table.then(|| Fingerprint::of(reader.tables));
        let how = (file.kind, file.shape, &file.language, &file.stem, file.rank);
        Some(Fingerprint::of(&(told, &file.path, how, reader.limits, beside)))
    }
}

/// A process that builds more than once has what it read in memory, and asks the disk once.
fn is_of_disk(memo: &Memo) -> bool {
    !memo.remembers() || memo.is_first_run()
}

/// One of the pieces, in the reading.
struct Piece<'a> {
    number: usize,
    of: usize,
    remembered: &'a Remembered,
    reader: &'a Reader<'a>,
    memo: &'a Memo,
}

impl Piece<'_> {
    fn key(&self, files: &[(usize, SourceFile)]) -> Key {
        // Tables are read apart from entries, so that a piece holds either.
        let is_table = files.iter().any(|(_, file)| file.shape == Shape::Table);
        let place = format!("{} of {} {is_table}", self.number, self.of);
        Key::of(&[FORM, &program(), place.as_bytes()])
    }

    fn read(&self, files: Vec<(usize, SourceFile)>) -> Vec<(usize, FileRead)> {
        // Without files nothing tells whose piece it is, and there is nothing to keep.
        if files.is_empty() {
            return Vec::new();
        }
        let Remembered { store, trust, .. } = self.remembered;
        let store = store.as_ref().filter(|_| is_of_disk(self.memo));
        let store = store.map(|store| (store, self.key(&files)));
        let is_believed = !matches!(trust, Trust::Doubted);
        let kept = store.as_ref().filter(|_| is_believed);
        let kept = kept.and_then(|(store, key)| store.get(key)).unwrap_or_default();
        let nobody = Arc::default();
        let known = Unpacker::of(&kept, &nobody, self.reader.spill);
        let known = packets(known).unwrap_or_default();
        let read: Vec<(usize, FileRead, Option<Packet<'_>>)> = files
            .into_par_iter()
            .map(|(at, file)| {
                let (read, packet) = self.one(file, &known, store.is_some());
                (at, read, packet)
            })
            .collect();
        let (mut all, mut packed) = (Vec::with_capacity(read.len()), Vec::new());
        for (at, read, packet) in read {
            all.push((at, read));
            packed.extend(packet);
        }
        let is_other = packed.len() != known.len()
            || packed.iter().any(|(_, bytes)| matches!(bytes, Cow::Owned(_)));
        if let Some((store, key)) = store.filter(|_| is_other) {
            // Where it cannot be kept, the next run reads the files.
            let _ = keep(store, &key, &packed);
        }
        all
    }

    /// What stands in a file, and what is to be remembered of it.
    fn one<'k>(
        &self,
        mut file: SourceFile,
        known: &HashMap<Fingerprint, &'k [u8]>,
        keeps: bool,
    ) -> (FileRead, Option<Packet<'k>>) {
        let key = self.remembered.key_of(&file, self.reader);
        let in_memory = || Key::of(&[b"told", &key.map_or(0, Fingerprint::number).to_le_bytes()]);
        if let Some(known) = key.and_then(|_| self.memo.known::<Known>(in_memory)) {
            return ((file, Ok(Arc::clone(&known.0)), known.1.clone()), None);
        }
        let packet = key.and_then(|key| Some((key, *known.get(&key)?)));
        let unpacked = packet.and_then(|(_, bytes)| {
            let mut from = Unpacker::of(bytes, &file.path, self.reader.spill);
            let known = Known::unpack(&mut from)?;
            from.is_at_end().then_some(known)
        });
        if let Some((found, bytes)) = unpacked.zip(packet) {
            if let Trust::Compared(compared) = &self.remembered.trust
                && let Some((key, read)) = self.otherwise(&mut file, bytes, compared)
            {
                let packed = read.0.as_ref().ok().map(|found| pack(&file, found, &read.1));
                return ((file, read.0, read.1), packed.map(|packed| (key, Cow::Owned(packed))));
            }
            let kept = (bytes.0, Cow::Borrowed(bytes.1));
            let found = self.memo.recall(in_memory, || found);
            return ((file, Ok(Arc::clone(&found.0)), found.1.clone()), Some(kept));
        }
        let mut notes = Vec::new();
        let parsed = recall(self.reader, &mut file, self.memo, &mut notes);
        let key = key.filter(|_| self.remembered.told.is_same(&file.location));
        let (Some(key), Ok(found)) = (key, &parsed) else { return ((file, parsed, notes), None) };
        let packed = keeps.then(|| (key, Cow::Owned(pack(&file, found, &notes))));
        if self.memo.remembers() {
            self.memo.recall(in_memory, || (Arc::clone(found), notes.clone()));
        }
        ((file, parsed, notes), packed)
    }

    /// What stands in a file, when it says something else than is remembered.
    fn otherwise(
        &self,
        file: &mut SourceFile,
        (key, bytes): (Fingerprint, &[u8]),
        compared: &Mutex<Compared>,
    ) -> Option<(Fingerprint, Read)> {
        let mut notes = Vec::new();
        let parsed = recall(self.reader, file, self.memo, &mut notes);
        let is_same = parsed.as_ref().is_ok_and(|parsed| pack(file, parsed, &notes) == bytes);
        let mut compared = compared.lock().unwrap_or_else(PoisonError::into_inner);
        compared.remembered += 1;
        if is_same {
            return None;
        }
        compared.wrong.push(file.path.clone());
        Some((key, (parsed, notes)))
    }
}

fn pack(file: &SourceFile, parsed: &Parsed, notes: &Vec<Diagnostic>) -> Vec<u8> {
    let mut packer = Packer::of(&file.path);
    parsed.pack(&mut packer);
    notes.pack(&mut packer);
    packer.into_bytes()
}

impl Packed for Arc<Parsed> {
    fn pack(&self, into: &mut Packer<'_>) {
        (**self).pack(into);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Parsed::unpack(from).map(Self::new)
    }
}

/// The packets of a piece; None when it is not whole.
fn packets(mut from: Unpacker<'_>) -> Option<HashMap<Fingerprint, &[u8]>> {
    let mut packets = HashMap::new();
    while !from.is_at_end() {
        packets.insert(Fingerprint::unpack(&mut from)?, from.bytes()?);
    }
    Some(packets)
}

fn keep(store: &Store, key: &Key, packets: &[Packet<'_>]) -> std::io::Result<()> {
    let file = Arc::default();
    let head = |packet: &Packet<'_>| {
        let mut head = Packer::of(&file);
        packet.0.pack(&mut head);
        head.number(packet.1.len() as u64);
        head.into_bytes()
    };
    let length = packets.iter().map(|packet| head(packet).len() + packet.1.len()).sum();
    store.put_in_pieces(key, length, |into: &mut dyn Write| {
        packets.iter().try_for_each(|packet| {
            into.write_all(&head(packet))?;
            into.write_all(&packet.1)
        })
    })
}
